/** The routes of the control API, one class each; docs/control-api.yaml describes them. */
@NullMarked
package io.tatemulator.control.route;

import org.jspecify.annotations.NullMarked;
