package vn.lachan.app.places;

import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PlaceCode;

/**
 * A place for {@link Places#load}: facts, and a code where it must be the same at every load.
 *
 * @param code null for a random one
 * @param ownerAccount the account of the owner; null for none
 */
public record NewPlace(Registration facts, @Nullable PlaceCode code, @Nullable Long ownerAccount) {}
