/** What is worth telling: each rule sees a car before and after, and tells events. */
package io.github.iremote.event.rules;
