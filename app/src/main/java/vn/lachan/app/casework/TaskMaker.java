package vn.lachan.app.casework;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.tracing.TraceUpdated;

/**
 * Makes a task of each contact that somebody is to call, in the transaction in which the trace
 * changed.
 */
@Component
class TaskMaker {
  private final TaskTable tasks;
  private final FollowUpSettling settling;
  private final CaseworkSettings settings;
  private final ApplicationEventPublisher events;

  TaskMaker(
      TaskTable tasks,
      FollowUpSettling settling,
      CaseworkSettings settings,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.settling = settling;
    this.settings = settings;
    this.events = events;
  }

  @EventListener
  void on(TraceUpdated updated) {
    if (!updated.withdrawn().isEmpty()) {
      tasks.notNeeded(updated.subject(), updated.withdrawn());
    }
    List<TraceUpdated.Listed> toCall =
        updated.listed().stream()
            .filter(contact -> contact.generation() <= settings.taskGenerations())
            .toList();
    if (toCall.isEmpty()) {
      return;
    }
    List<Long> made =
        tasks.list(
            updated.subject(), toCall, settings.closeDue(), settings.otherDue(), updated.at());
    if (!made.isEmpty()) {
      settling.settleNew(updated.subject(), made);
      events.publishEvent(new ContactListed(updated.subject(), made, updated.at()));
    }
  }
}
