package vn.lachan.app.casework;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.WarningFollowUps;

/** Tells the page of a red declaration what became of the commune's call. */
@Component
class CaseCalls implements WarningFollowUps {
  private final TaskTable tasks;

  CaseCalls(TaskTable tasks) {
    this.tasks = tasks;
  }

  @Override
  public Optional<Call> of(UUID declaration, Collection<Long> records) {
    return tasks
        .warned(declaration, records)
        .map(
            task ->
                new Call(
                    task.number(),
                    "casework.state." + task.state().toLowerCase(Locale.ROOT),
                    task.at(),
                    task.finished()));
  }
}
