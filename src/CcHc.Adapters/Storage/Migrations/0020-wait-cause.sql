-- Why a letter waits or ended unsent: the server asked for it, the addressee's mailbox is full, the fault is ours, the letter itself.
ALTER TABLE delivery ADD COLUMN wait_cause text;

CREATE INDEX delivery_waiting_for_us ON delivery (wait_cause) WHERE state = 'try_later';
