package org.reentryatlas.intake;

/**
 * What a file would change of the edition of its source that is kept already.
 *
 * @param unchanged rows that are kept as they are
 */
public record Changes(long added, long changed, long removed, long unchanged) {
    /** Whether the file says the same as what is kept. */
    public boolean isNone() {
        return added + changed + removed == 0;
    }

    /** The account in one line: {@code 3 added, 1 changed, 0 removed, 96 unchanged}. */
    public String summary() {
        return "%d added, %d changed, %d removed, %d unchanged".formatted(added, changed, removed, unchanged);
    }

    /**
     * Refuses an edition that changes an earlier one unless the user has seen what and says yes.
     *
     * @throws LoadRefusedException with the account
     */
    void requireConfirmed(LoadRequest request) {
        boolean isFirst = changed + removed + unchanged == 0;
        if (!isFirst && !isNone() && !request.confirmed()) {
            throw new LoadRefusedException(
                    "%s: compared with what is kept of '%s': %s; nothing was kept. To keep it, add --yes"
                            .formatted(request.file(), request.source(), summary()));
        }
    }
}
