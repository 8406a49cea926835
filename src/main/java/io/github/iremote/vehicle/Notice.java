package io.github.iremote.vehicle;

/**
 * A line on the car's own list: a service item that is due, or a check-control message.
 *
 * @param id what stays the same while the line stays; lists are compared by it, not by the text
 * @param text what the owner reads
 */
public record Notice(String id, String text) {}
