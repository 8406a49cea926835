/** The pictures and figures on one page of HTML that needs nothing else. */
package io.github.iremote.picture.page;
