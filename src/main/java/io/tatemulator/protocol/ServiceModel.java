package io.tatemulator.protocol;

import java.util.Set;

/**
 * The API that this process stands in for.
 *
 * @param service the product's short name, such as {@code tat}
 * @param version the API version, such as {@code 2020-10-28}
 * @param actions the names of the actions that this version has
 * @param errorCodes the error codes that it may answer with, those of every TencentCloud API
 *     included
 */
public record ServiceModel(
    String service, String version, Set<String> actions, Set<String> errorCodes) {}
