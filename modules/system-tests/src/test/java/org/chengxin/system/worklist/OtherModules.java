package org.chengxin.system.worklist;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chengxin.intake.boundary.LotSamples;
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
        private final Set<String> touched;

        /**
         * @param touched lots and who entered something of them later, as the number and the name with a dash between
         */
        NumberedLots(long organisation, Set<String> touched) {
            this.organisation = organisation;
            this.touched = touched;
        }

        @Override
        public Reference reference(String lotNo) {
            return new Reference(lotNo, "行政处罚 " + lotNo, organisation);
        }

        @Override
        public void refuseReviewBy(String lotNo, Actor reviewer) {
            String name = "-" + reviewer.username();
            if (lotNo.endsWith(name) || touched.contains(lotNo + name)) {
                throw BusinessRefusal.forbidden("FOUR_EYES", lotNo);
            }
        }
    }

    /** Samples, of which everybody has seen all. */
    static final class Samples extends LotSamples {

        private final Set<String> unseen;

        /**
         * @param unseen lots and who has not, as the number and the name with a dash between
         */
        Samples(Set<String> unseen) {
            this.unseen = unseen;
        }

        @Override
        public void refuseUnseen(String lotNo, String review, Actor actor, boolean stated) {
            if (!stated || unseen.contains(lotNo + "-" + actor.username())) {
                throw BusinessRefusal.conflict("SAMPLE_UNSEEN", 1, 1);
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
