package vn.lachan.engine.form;

import java.util.List;

/**
 * What a posted form means.
 *
 * @param response the settled response, completed
 * @param faults fields that could not be read, each with its key as path
 */
public record Filling(Response response, List<Fault> faults) {}
