/** The commands {@code history} and {@code replay}. */
package io.github.iremote.cli.history;
