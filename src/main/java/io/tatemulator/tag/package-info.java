/** The service tag, version 2018-08-13, and the tags of resources. */
@NullMarked
package io.tatemulator.tag;

import org.jspecify.annotations.NullMarked;
