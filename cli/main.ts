import { Command } from 'commander';
import { createAgentCommand } from './create-agent.ts';
import { doctor } from './doctor.ts';
import { exportDesk } from './export.ts';
import { importArticles } from './import.ts';
import { openDesk } from './open-desk.ts';
import { replayPolicy } from './replay.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';

const program = new Command('tandem').description(
  'A customer service desk in which an AI and people work one conversation together.',
);

program.command('start').description('Start the desk; the first time with the demo shop.').action(run(start));
program
  .command('migrate')
  .description('Bring the database up to date.')
  .action(
    run(async () => {
      const { close } = await openDesk();
      await close();
      console.log('The database is up to date.');
    }),
  );
program.command('seed').description('Fill an empty desk with the demo shop.').action(run(seed));
program
  .command('import <file>')
  .description('Import articles from .jsonl, .csv, .md or .txt (question/answer pairs).')
  .option('--language <zh|en>', 'language of rows that do not say', 'zh')
  .option('--draft', 'import as drafts')
  .option('--skip-invalid', 'import the valid rows even if some are wrong')
  .action(run(importArticles));
program.command('doctor').description('Say what is wrong and how to mend it.').action(run(doctor));
program
  .command('create-agent')
  .description('Add somebody who works here; prints a generated password.')
  .requiredOption('--email <email>')
  .requiredOption('--name <name>')
  .option('--role <role>', 'owner, supervisor, agent or editor', 'agent')
  .action(run(createAgentCommand));
program
  .command('export <folder>')
  .description('Write everything the desk holds as JSONL files.')
  .action(run(exportDesk));

program
  .command('replay [files...]')
  .description(
    'Run a hand-off policy over labelled dialogues (JSONL), or over the conversations recorded here.',
  )
  .option(
    '--policy <file or version>',
    'a policy as JSON, or the number of a stored version; else the one in force',
  )
  .option('--product', 'compare with the product’s own policy, without opening a desk')
  .option('--last <count>', 'how many recorded conversations', '300')
  .action(run(replayPolicy));

/** A failure is one sentence, not a stack, unless it is one of ours. */
function run<A extends unknown[]>(command: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await command(...args);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      if (process.env.TANDEM_LOG === 'debug') console.error(error);
      process.exitCode = 1;
    }
  };
}

await program.parseAsync();
