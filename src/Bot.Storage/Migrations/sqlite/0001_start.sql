CREATE TABLE approval_request (
    id          TEXT PRIMARY KEY,
    version     BIGINT NOT NULL,
    state       TEXT NOT NULL,
    is_open     INTEGER NOT NULL,
    cluster     TEXT NOT NULL,
    environment TEXT NOT NULL,
    target      TEXT NOT NULL,
    action      TEXT NOT NULL,
    plan_hash   TEXT NOT NULL,
    requester   TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL,
    format      INTEGER NOT NULL,
    document    TEXT NOT NULL
);

-- One open request a target: of two that are filed at once, the second is refused by the database.
CREATE UNIQUE INDEX approval_request_open_target ON approval_request (cluster, target) WHERE is_open = 1;
CREATE INDEX approval_request_created ON approval_request (created_at);

-- The log itself: appended only. The text of an entry is the canonical form that was hashed.
CREATE TABLE audit_record (
    sequence      BIGINT PRIMARY KEY,
    entry         TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
);

CREATE TABLE audit_head (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    length BIGINT NOT NULL,
    hash   TEXT NOT NULL
);

CREATE TABLE personal_token (
    id         TEXT PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    person     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
);
CREATE INDEX personal_token_person ON personal_token (person);
