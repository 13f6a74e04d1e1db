package org.chengxin.system.worklist;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chengxin.intake.boundary.LotSteps;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.workflow.control.Decision;

/** What the inbox asks of other modules, as far as it does here. */
final class OtherModules {

    private OtherModules() {}

    /** What a decision on a lot leads to. */
    static void writeEffect(Connection connection, String lotNo, Decision decision) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO effect VALUES (?, ?, ?)")) {
            sql.setString(1, lotNo);
            sql.setString(2, decision.outcome());
            sql.setString(3, decision.actor().username());
            sql.executeUpdate();
        }
    }

    /** Lots by their numbers alone. */
    static final class NumberedLots extends LotSteps {

        private final long organisation;

        NumberedLots(long organisation) {
            this.organisation = organisation;
        }

        @Override
        public Reference reference(String lotNo) {
            return new Reference(lotNo, "行政处罚 " + lotNo, organisation);
        }

        @Override
        public void refuseReviewBy(String lotNo, Actor reviewer) {
            if (lotNo.endsWith("-" + reviewer.username())) {
                throw BusinessRefusal.forbidden("FOUR_EYES", lotNo);
            }
        }
    }

    /** Of records nothing is changed here. */
    static final class NoRecords extends RecordSteps {
        @Override
        public void settle() {
            // nothing to write
        }
    }

    /** Accounts as they are by now. */
    static final class Accounts extends SignIn {

        private final Function<String, Optional<Actor>> accounts;

        Accounts(Function<String, Optional<Actor>> accounts) {
            this.accounts = accounts;
        }

        @Override
        public Optional<Actor> actor(String username) {
            return accounts.apply(username);
        }
    }

    /** Events that nobody listens to. */
    static final class Unheard implements Event<Object> {

        @Override
        public void fire(Object event) {
            // what follows from it is told elsewhere
        }

        @Override
        public <U> CompletionStage<U> fireAsync(U event) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public <U> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return fireAsync(event);
        }

        @Override
        public Event<Object> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException(subtype.getName());
        }

        @Override
        public <U> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException(subtype.toString());
        }
    }

    /** Who acts on this thread. */
    static final class Acting extends CurrentActor {

        private final ThreadLocal<Actor> acting;

        Acting(ThreadLocal<Actor> acting) {
            this.acting = acting;
        }

        @Override
        public Actor get() {
            return acting.get();
        }
    }
}
