package vn.lachan.app.places;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of printing.
 *
 * @param places of one file
 * @param portionPlaces places drawn in one step
 * @param hours how long a finished file is kept
 */
@ConfigurationProperties("places.print")
record PrintSettings(
    @DefaultValue("5000") int places,
    @DefaultValue("100") int portionPlaces,
    @DefaultValue("24") int hours) {}
