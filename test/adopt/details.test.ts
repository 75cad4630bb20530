import { expect, test } from 'vitest';
import { detailsIn } from '../../src/adopt/details.ts';

const details = (texts: string[], above: string[] = [], name?: string) =>
  detailsIn(texts, above, name).details;

test('reads the name that’s given most, and what’s given once', () => {
  const texts = [
    'At Hill Top Church of England Primary School we are kind. Parents at Hill Top Church of England Primary School are too.',
    'Valley Academy does the same. Write to office@hilltop.example.org, or ring 01632 960111.',
    'Adopted by the governors on 3 September 2026. To be reviewed by 03/09/2028.',
  ];
  expect(details(texts)).toEqual({
    name: 'Hill Top Church of England Primary School',
    email: 'office@hilltop.example.org',
    phone: '01632 960111',
    adopted: '2026-09-03',
    review: '2028-09-03',
    body: 'governors',
  });
});

test('leaves out what it can’t know', () => {
  const texts = [
    'The School and the Trust. Home and School. The Full Trust and each Trust School.',
    'Review date: September 2027. a@b.example c@d.example',
  ];
  expect(details(texts)).toEqual({ body: 'governors' });
});

test.each([
  'Call the NSPCC on 0808 800 5000 if you’re worried about a child.',
  'The council’s school admissions team is on 01632 960222.',
  'Hill Top Primary School is part of the Valley Trust: head office 01632 960333, www.valleytrust.example.org.',
  'Complaints go to the DfE on 01632 960444 or complaints@dfe.example.org.',
  'The chair of governors of Hill Top Primary School is on 01632 960555.',
  'Hill Top Primary School’s helpline is 0800 960111.',
])('takes nobody else’s phone, email or website: %s', (text) => {
  const { phone, email, website } = details([text], [], 'Hill Top Primary School');
  expect({ phone, email, website }).toEqual({});
});

test('takes what’s in the school’s own address, and says from where', () => {
  const texts = [
    'You can write to us.',
    'Hill Top Primary School',
    'Meadow Lane',
    'Tel: (01632 960111',
    'www.hilltop.example.org',
  ];
  const { details: found, notes } = detailsIn(texts, [], 'Hill Top Primary School');
  expect(found).toMatchObject({ phone: '01632 960111', website: 'https://www.hilltop.example.org' });
  expect(notes.join('\n')).toContain(
    'Phone: 01632 960111, from “Hill Top Primary School Meadow Lane Tel: (01632 960111',
  );
});

test('takes what’s in a line with the school’s name', () => {
  const line =
    'Hill Top Primary School, Church Lane, Ashby LE65 1AA. Tel: 01632 960111. Email: office@hill-top.example.org';
  expect(details([line, 'Call 0808 800 5000.'], [], 'Hill Top Primary School')).toMatchObject({
    phone: '01632 960111',
    email: 'office@hill-top.example.org',
  });
});

test('leaves out what’s somebody’s own, such as the SENCo’s', () => {
  const rows = ['Special educational needs', 'Miss Oke, SENCo', 'Email senco@hilltop.example.org'];
  expect(details(rows, [], 'Hill Top Primary School')).not.toHaveProperty('email');
});

test('takes only the next review for it, and only whole dates', () => {
  expect(details(['Last reviewed on:', '14 March 2024', 'Next review due by:', 'March 2026'])).toEqual({
    body: 'governors',
  });
  expect(details(['Reviewed on 14 March 2024. Last review date: 14 March 2023.'])).toEqual({
    body: 'governors',
  });
  expect(details(['Last reviewed: 14 March 2024', 'Next review date', '14th March 2026'])).toEqual({
    review: '2026-03-14',
    body: 'governors',
  });
  expect(detailsIn(['Next review: March 2026'], []).notes).toEqual([
    'The next review: left empty, because “Next review: March 2026” isn’t a whole date.',
  ]);
});

test('takes no other date for the adoption', () => {
  expect(details(['Approved by', 'Date approved', 'Next review date', 'Governors', '1 May 2024'])).toEqual({
    body: 'governors',
  });
  expect(details(['Agreed by Governors', 'Minute no.', 'Review', '1/05/2021', '12', 'May 2023'])).toEqual({
    body: 'governors',
  });
  expect(details(['Approved by the head and last reviewed on 1 May 2024.'])).toEqual({ body: 'governors' });
  expect(details(['It will be approved on 1 May 2027.'])).toEqual({ body: 'governors' });
  expect(details(['Approved by:', 'Governing Body', 'Date: 14 March 2024'])).toEqual({
    adopted: '2024-03-14',
    body: 'governors',
  });
});

test.each([
  ['Signed: A Brown (Chair of Governors) Date: 4 March 2025'],
  ['Signed ……………… A Brown, Chair of Trustees', 'Dated: 04/03/2025'],
  ['Signature:', 'A Brown', 'Chair of the Governing Board', 'Date', '4th March 2025'],
  ['Signed by the chair of governors on 4 March 2025.'],
  ['Signed by the chair of governors on 4.3.25.'],
  ['Signed: ____________ Date: 4 March 2025', 'Chair of Governors'],
  [
    'Signed: C Green (Headteacher) Date: 3 March 2025',
    'Signed: A Brown (Chair of Governors) Date: 4 March 2025',
  ],
])('takes the date beside the signature of whoever adopts it: %s', (...texts) => {
  expect(details(texts).adopted).toBe('2025-03-04');
});

test.each([
  ['Signed: C Green (Headteacher) Date: 4 March 2025'],
  ['Signed (parent): ____________ Date: 4 March 2025'],
  ['Signed: A Brown (Chair of Governors) Date: ____________'],
  ['Signed: A Brown (Chair of Governors). Next review on 4 March 2027'],
  [
    'Signed: A Brown (Chair of Governors) Date: 4 March 2025',
    'Signed: D White (Vice-Chair of Governors) Date: 5 March 2025',
  ],
])('takes no other date for it: %s', (...texts) => {
  expect(details(texts).adopted).toBeUndefined();
});

test('takes the date that it says it was adopted on before one beside a signature', () => {
  const texts = ['Adopted: 1 March 2025', 'Signed: A Brown (Chair of Governors) Date: 4 March 2025'];
  expect(details(texts).adopted).toBe('2025-03-01');
});

test.each([
  [
    'The Board of Directors will review this code. The local governing body and its clerk meet each term; the local governing body hears appeals.',
    'directors',
  ],
  ['The governors thank you. Ratified by the Board of Management in May.', 'board of management'],
  ['Endorsed by the School Board: Term 4', 'school board'],
  ['The SGB adopts this code of conduct.', 'school governing body'],
  ['The School Council approves this policy. Our governors are many.', 'school council'],
])('names whoever adopts it as it does, and offers that: %s', (text, body) => {
  const { details: read, bodies } = detailsIn([text], []);
  expect(read.body).toBe(body);
  expect(bodies).toContain(body);
  expect(detailsIn(['Please be kind.'], []).bodies).not.toContain(body);
});

test('says that trustees adopt it where the text does', () => {
  expect(
    details(['The Trust Board reviews it.', 'Respect any governor, visitor or member of staff.']).body,
  ).toBe('trustees');
  expect(details(['Adopted by the trustees. The governors of each school were asked.']).body).toBe(
    'trustees',
  );
});

test.each([
  ['The trustees thank the governors. Our trustees meet each term.', 'trustees'],
  [
    'The Local Governing Body and the trustees wrote this. The local governing body reviews it.',
    'local governing body',
  ],
  ['The Local Committee of the trust adopted it.', 'local committee'],
  ['The trustees and the governing board.', 'governors'],
  ['The Elm Trust expects visitors to be polite.', 'trustees'],
  ['We work with the Elm Trust. Please be polite.', 'governors'],
])('takes who’s named most for whoever adopts it: %s', (text, body) => {
  expect(detailsIn([text], []).details.body).toBe(body);
});

test.each([
  [['Ratified by the Board of Governors', '9th October 2025', 'Review', 'October 2027'], '2025-10-09'],
  [
    ['This code was adopted at a meeting of', 'Hill Top Nursery Trust', 'Held on', '14 March 2025'],
    '2025-03-14',
  ],
  [
    [
      'This code was adopted by the Hill Federation of Village Schools at the meeting of the full Governing Body on 3rd July 2024.',
    ],
    '2024-07-03',
  ],
  [['Ratified by the Board of Governors', 'Reviewed', '9th October 2025', '1st May 2026'], undefined],
])('reads the date beside a longer label: %j', (texts, adopted) => {
  expect(details(texts).adopted).toBe(adopted);
});

test.each([
  [['Policy owner', 'Principal', 'Approved by', 'Local Academy Committee'], 'local committee'],
  [['Approved by:', 'Hill Top Nursery Committee'], 'nursery committee'],
  [['It was adopted by our Parish Council on 1 May 2026. The governors were asked.'], 'parish council'],
  [['Adopted by the Directors. Chair of governors: Fern Hill.'], 'directors'],
  [['Approved by', 'Fern Hill'], 'governors'],
])('says who a table or a sentence says adopted it: %s', (texts, body) => {
  const { details: read, bodies } = detailsIn(texts, []);
  expect(read.body).toBe(body);
  expect(bodies).toContain(body);
});

test('takes no mailbox for the school’s that isn’t its office’s', () => {
  const emails = (mailbox: string) =>
    details([`Write to ${mailbox}@hilltop.example.org.`], [], 'Hill Top Primary School').email;
  expect(emails('schooloffice')).toBe('schooloffice@hilltop.example.org');
  expect(emails('charter')).toBeUndefined();
});

test('reads no date that goes on in the next cell', () => {
  expect(details(['Version', 'Date', 'Approved', '1', 'Feb 2019', 'New']).adopted).toBeUndefined();
});

test('takes what’s at the bottom of pages where the text doesn’t say', () => {
  const name = 'Hill Top Primary School';
  const pages = [name, '01632 960111', 'office@hilltop.example.org'];
  expect(detailsIn(['Be kind.'], [], name, pages).details).toMatchObject({
    phone: '01632 960111',
    email: 'office@hilltop.example.org',
  });
  expect(detailsIn(['Ring our school office on 01632 960222.'], [], name, pages).details.phone).toBe(
    '01632 960222',
  );
  expect(detailsIn(['Be kind.'], [], name, ['Valley Trust', '01632 960111']).details.phone).toBeUndefined();
});
