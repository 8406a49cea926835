/**
 * Experiments with the whole program: killed, cut off, started twice, fed garbage, without disk.
 * Each is a short test here and a long one through {@code scripts/experiments}; each prints its
 * figures.
 */
package io.github.iremote.trust;
