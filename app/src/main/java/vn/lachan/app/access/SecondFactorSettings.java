package vn.lachan.app.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who must sign in with a second factor.
 *
 * @param roles whoever holds one of them with a password sets it up before anything else
 * @param inDrill whether this holds in a drill too, whose passwords everybody knows
 */
@ConfigurationProperties("access.second-factor")
record SecondFactorSettings(
    @DefaultValue({"OPERATOR", "AUDITOR", "TRACER", "PRIVACY", "AGENCY"}) Set<Role> roles,
    @DefaultValue("false") boolean inDrill) {
  SecondFactorSettings {
    roles = Set.copyOf(roles);
  }
}
