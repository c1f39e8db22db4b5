-- The whole customer: merges that can be undone, organizations, attributes with a kind, notes, addresses, segments.

-- One spelling for names that read alike: width, case, kana and spaces. For comparing, never for showing.
create function fold_name(t text) returns text language sql immutable strict parallel safe as $$
  select lower(translate(regexp_replace(normalize(t, NFKC), '[[:space:]・.,、。''’‐‑‒–—―−-]', '', 'g'),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ'))
$$;
-- How it sounds: no long vowels, small kana large. そうま, ソーマ and souma (read as kana) meet.
create function fold_sound(t text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    translate(replace(fold_name(t), 'ー', ''), 'ぁぃぅぇぉっゃゅょゎゕゖぢづ', 'あいうえおつやゆよわかけじず'),
    '([あかさたなはまやらわがざだばぱ])あ+', '\1', 'g'), '([いきしちにひみりぎじびぴ])い+', '\1', 'g'),
    '([うくすつぬふむゆるぐずぶぷ])う+', '\1', 'g'), '([えけせてねへめれげぜでべぺ])[いえ]+', '\1', 'g'),
    '([おこそとのほもよろをごぞどぼぽ])[うお]+', '\1', 'g')
$$;

-- A street as it is compared: 四条通１丁目２番地３号, 四条通1-2-3 and 四条通１－２ー３ meet.
create function fold_street(t text) returns text language sql immutable strict parallel safe as $$
  select rtrim(regexp_replace(regexp_replace(lower(normalize(t, NFKC)), '[[:space:]、,.]', '', 'g'),
    '(丁目|番地の?|番|号|[‐‑‒–—―−ー-])+', '-', 'g'), '-')
$$;

create table organizations (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  reading text not null default '',
  -- E-mail domains whose people belong here.
  domains text[] not null default '{}',
  attributes jsonb not null default '{}',
  note text not null default '',
  name_key text not null generated always as (fold_name(name || '|' || reading)) stored,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index organizations_domains on organizations using gin (domains);

alter table customers
  -- Whom the pointers `merged_into` end at; oneself when there is none. Kept by the trigger below, and by nothing else.
  add column person_id text,
  add column organization_id text,
  add column tags text[] not null default '{}',
  -- postalCode, prefecture, city, street, building: as they are written on a letter.
  add column address jsonb not null default '{}',
  add column name_key text not null generated always as (fold_name(name)) stored,
  add column reading_key text not null generated always as (fold_name(reading)) stored,
  add column sound_key text not null generated always as (fold_sound(reading || '|' || name)) stored,
  -- Put in by the company itself: listed though they never wrote.
  add column added_at timestamptz,
  -- What they were called is gone, and so is every word of theirs.
  add column erased_at timestamptz,
  add foreign key (workspace_id, organization_id) references organizations;

with recursive p as (
  select workspace_id, id, id as person from customers where merged_into is null
  union all
  select c.workspace_id, c.id, p.person from customers c join p on c.workspace_id = p.workspace_id and c.merged_into = p.id
)
update customers c set person_id = p.person from p where p.workspace_id = c.workspace_id and p.id = c.id;
update customers set person_id = id, merged_into = null where person_id is null;
alter table customers alter column person_id set not null;
create index customers_by_person on customers (workspace_id, person_id);
create index customers_merged on customers (workspace_id, merged_into) where merged_into is not null;
create index customers_by_name on customers (workspace_id, name_key) where name_key <> '';
create index customers_by_reading on customers (workspace_id, reading_key) where reading_key <> '';
create index customers_by_organization on customers (workspace_id, organization_id) where organization_id is not null;
create index identities_by_value on identities (workspace_id, kind, value);
create index identities_by_domain on identities (workspace_id, split_part(value, '@', 2)) where kind = 'email';

create function customer_person() returns trigger language plpgsql as $$
begin
  new.person_id := case when new.merged_into is null then new.id else
    (select c.person_id from customers c where c.workspace_id = new.workspace_id and c.id = new.merged_into) end;
  if new.merged_into is not null and new.person_id = new.id then
    raise exception 'a customer cannot be merged into themselves';
  end if;
  return new;
end $$;
create trigger customer_person before insert or update of merged_into on customers for each row execute function customer_person();

-- Whoever was merged into this one before goes along.
create function customer_followers() returns trigger language plpgsql as $$
begin
  with recursive f as (
    select c.id from customers c where c.workspace_id = new.workspace_id and c.merged_into = new.id
    union
    select c.id from customers c join f on c.merged_into = f.id where c.workspace_id = new.workspace_id
  )
  update customers c set person_id = new.person_id from f where c.workspace_id = new.workspace_id and c.id = f.id;
  return null;
end $$;
create trigger customer_followers after update of merged_into on customers for each row
  when (old.merged_into is distinct from new.merged_into) execute function customer_followers();

-- Who said that two are one, when and why: what an undo takes back.
create table customer_merges (
  workspace_id text not null references workspaces,
  id text not null,
  customer_id text not null,
  into_id text not null,
  because jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, into_id) references customers
);
create unique index customer_merges_standing on customer_merges (workspace_id, customer_id) where undone_at is null;

-- Two that are alike and not the same person: asked once. The smaller id first.
create table customer_distinctions (
  workspace_id text not null references workspaces,
  one_id text not null,
  other_id text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (workspace_id, one_id) references customers,
  foreign key (workspace_id, other_id) references customers
);
create index customer_distinctions_other on customer_distinctions (workspace_id, other_id);

create table attribute_definitions (
  workspace_id text not null references workspaces,
  id text not null,
  subject text not null check (subject in ('customer', 'organization')),
  -- Under which values are kept; never changed.
  key text not null,
  label text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no', 'link')),
  choices text[] not null default '{}',
  place integer not null,
  primary key (workspace_id, id),
  unique (workspace_id, subject, key)
);

create table customer_notes (
  workspace_id text not null references workspaces,
  id text not null,
  customer_id text not null,
  text text not null,
  author_id text,
  author_name text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers
);
create index customer_notes_by_customer on customer_notes (workspace_id, customer_id, created_at desc);

-- A filter of the list of customers, kept under a name for everybody.
create table segments (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['organizations', 'customer_merges', 'customer_distinctions', 'attribute_definitions', 'customer_notes', 'segments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update, delete on organizations, customer_merges, customer_distinctions, attribute_definitions, customer_notes, segments
  to madoguchi_app;

-- Card numbers and individual numbers (マイナンバー) are not kept: their last digits are.
alter table workspaces add column mask_numbers boolean not null default true;
