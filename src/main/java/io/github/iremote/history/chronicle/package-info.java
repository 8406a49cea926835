/** A history as it is asked: what was found in it by month, kept on disk, and added up. */
package io.github.iremote.history.chronicle;
