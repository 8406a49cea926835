/** The keys of a JSON object, each read strictly, and what is said of a wrong one. */
package io.github.iremote.config.section;
