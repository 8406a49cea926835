/** What a run does once its cars are told. */
package io.github.iremote.run.afterwards;
