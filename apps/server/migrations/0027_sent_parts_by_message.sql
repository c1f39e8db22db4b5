-- Of a message of ours, how its platform calls its parts: asked for every message that goes out.
create index sent_parts_by_message on sent_parts (workspace_id, message_id);
