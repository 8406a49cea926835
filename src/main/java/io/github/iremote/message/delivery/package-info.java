/** What waits for which place, and when it goes there. */
package io.github.iremote.message.delivery;
