package vn.lachan.app.residents.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.Resident;

/** How the people of an account stand, for the pages that say so. */
@Component
class Standings {
  private final FamilyDeclaring declaring;

  Standings(FamilyDeclaring declaring) {
    this.declaring = declaring;
  }

  List<Standing> of(Resident resident, List<Member> members, Instant now) {
    Map<Long, DeclaredState> states =
        declaring.states(members.stream().map(Member::person).toList(), resident.phone());
    return members.stream()
        .map(member -> Standing.of(member, states.get(member.person()), now))
        .toList();
  }
}
