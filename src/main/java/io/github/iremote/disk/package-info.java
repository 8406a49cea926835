/** Files of the program's own, for their owner alone. */
package io.github.iremote.disk;
