-- Why the bot did what it did becomes a code with its figures, so that every screen can say it in its own language.
alter table bot_steps add column because text, add column correct double precision, add column in_scope double precision;

update bot_steps set
  because = case split_part(why, ':', 1)
    when 'sure' then 'sure'
    when 'several possible' then 'several_possible'
    when 'not sure' then 'not_sure'
    when 'outside what is known' then 'outside_knowledge'
    when 'no words' then 'no_words'
    when 'nothing found' then 'nothing_found'
    when 'the words for a person' then 'person_words'
    when 'the button for a person' then 'person_button'
    when 'an angry message' then 'angry'
    when 'a greeting' then 'greeting'
    when 'a file without words' then 'file_only'
    when 'said yes to 解決しましたか' then 'solved'
    when 'pressed solved' then 'solved'
    when 'said no' then 'not_solved'
    when 'pressed not solved' then 'not_solved'
    when 'none of the choices' then 'none_of_these'
    when 'chose this article' then 'chosen'
    when 'the article was taken back' then 'article_gone'
    -- The demo's stories only said what was decided.
    when 'answer' then 'sure'
    when 'clarify' then 'several_possible'
    when 'handoff' then 'person_words'
    when 'not_found' then 'nothing_found'
    when 'resolve' then 'solved'
    else 'not_sure'
  end,
  correct = substring(why from 'right ([0-9.]+)')::double precision,
  in_scope = substring(why from 'in scope ([0-9.]+)')::double precision;

alter table bot_steps alter column because set not null, drop column why;
