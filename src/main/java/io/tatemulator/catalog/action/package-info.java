/** The actions that describe the service, one class for each. */
@NullMarked
package io.tatemulator.catalog.action;

import org.jspecify.annotations.NullMarked;
