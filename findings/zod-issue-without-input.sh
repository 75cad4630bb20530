#!/usr/bin/env bash
# zod 4.6.7, issues of `safeParse`
#
# An issue of the wrong type has no `input`, so that “missing” and “a number” look alike to whoever words the message,
# though the error map of the same schema is given it. `reportInput: true` brings it back.
#
# Seen:
#   missing: input in issue: false, undefined
#   a number: input in issue: false, undefined
#   a number, reportInput: input in issue: true, 12
#   in the error map: 12
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund zod@4.6.7
cat >try.js <<'JS'
import { z } from 'zod';

let inMap;
const schema = z.object({ phone: z.string({ error: (issue) => ((inMap = issue.input), 'wrong') }) });
const say = (name, value, options) => {
  const [issue] = schema.safeParse(value, options).error.issues;
  console.log(`${name}: input in issue: ${'input' in issue}, ${issue.input}`);
};
say('missing', {});
say('a number', { phone: 12 });
say('a number, reportInput', { phone: 12 }, { reportInput: true });
console.log(`in the error map: ${inMap}`);
JS
seen=$(node try.js)
echo "$seen"
expected='missing: input in issue: false, undefined
a number: input in issue: false, undefined
a number, reportInput: input in issue: true, 12
in the error map: 12'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
