/** The lines of a history as they stand in a file: found, looked at and told apart unread. */
package io.github.iremote.history.text;
