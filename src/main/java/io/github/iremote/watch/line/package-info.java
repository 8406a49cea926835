/** The line to the stream: opened, renewed in time, lost and opened anew. */
package io.github.iremote.watch.line;
