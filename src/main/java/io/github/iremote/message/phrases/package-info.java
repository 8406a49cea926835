/** The words of messages: a table for each language. */
package io.github.iremote.message.phrases;
