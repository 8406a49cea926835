/**
 * Asks BMW how a car is and tells what changed.
 *
 * <p>What every poll does is written in loops where streams would be shorter. As streams an
 * unchanged poll takes 2 to 7 % longer on Java 17 and 5 % more of a processor, 3 % on 25: each
 * lambda is linked by itself, for a fifth of a millisecond.
 */
package io.github.iremote;
