// Plays films for the Python tests: a line {"film", "actions"} in, a line
// {"states", "actions"} out: the state after the start and after every action, and for each
// state what can happen in it. An impossible action answers {"error"}.

import { createInterface } from 'node:readline';

import { actions, start, step } from '../../exporters/web/player/src/engine.js';

function answer({ film, actions: played }) {
  const states = [start(film)];
  for (const action of played) states.push(step(film, states.at(-1), action));
  return { states, actions: states.map((state) => actions(film, state)) };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  let reply;
  try {
    reply = answer(JSON.parse(line));
  } catch (error) {
    reply = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
