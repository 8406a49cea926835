/** What a car did as a picture: drawn once, for a terminal, an image and a page. */
package io.github.iremote.picture;
