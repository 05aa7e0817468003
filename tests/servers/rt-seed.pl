#!/usr/bin/perl
# Fills the empty Request Tracker of rt.sh init. Invented people under .test only; ids and dates are the same every time.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use Compress::Zlib qw(compress crc32);
use Encode qw(encode);
use MIME::Entity;
use POSIX qw(strftime);
use Time::HiRes qw(time);
use RT;

RT::LoadConfig();
RT::Init();
RT->DatabaseHandle->dbh->do('PRAGMA synchronous = OFF');    # a lost seed is seeded again
binmode STDOUT, ':encoding(UTF-8)';

my $system = RT->SystemUser;

# Most of RT's methods answer (value, message).
sub must {
    my ($value, $message) = @_;
    die 'seed: ' . ($message // 'no reason given') . "\n" unless $value;
    return $value;
}

# --- people and rights ------------------------------------------------------------------------------------------

sub agent {
    my ($name, $real_name) = @_;
    my $user = RT::User->new($system);
    must($user->Create(
        Name => $name, RealName => $real_name, EmailAddress => "$name\@helpdesk.test",
        Password => 'agentpassword', Privileged => 1, Organization => 'Helpdesk',
    ));
    return $user;
}

my $queue = RT::Queue->new($system);
must($queue->Load('General'));
my ($agent1, $agent2, $agent3) = (agent('agent1', 'Agent One'), agent('agent2', 'Agent Two'), agent('agent3', 'Agent Three'));

my $agents = RT::Group->new($system);
must($agents->CreateUserDefinedGroup(Name => 'Agents'));
must($agents->AddMember($_->PrincipalId)) for $agent1, $agent2;
must($agents->PrincipalObj->GrantRight(Object => $queue, Right => $_)) for qw(
    SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail CommentOnTicket ReplyToTicket ModifyTicket OwnTicket
    TakeTicket CreateTicket WatchAsAdminCc SeeCustomField ModifyCustomField
);
must($agents->PrincipalObj->GrantRight(Object => RT->System, Right => $_)) for qw(
    ManageAuthTokens ModifySelf CreateSavedSearch ShowSavedSearches LoadSavedSearch
    EditSavedSearches SeeDashboard SeeOwnDashboard
);

# agent3 may know that the queue exists and open none of its tickets.
must($agent3->PrincipalObj->GrantRight(Object => $queue, Right => 'SeeQueue'));

my $everyone = RT::Group->new($system);
must($everyone->LoadSystemInternalGroup('Everyone'));
must($everyone->PrincipalObj->GrantRight(Object => $queue, Right => $_)) for qw(CreateTicket ReplyToTicket);

my $role = RT::CustomRole->new($system);
must($role->Create(Name => 'Account manager', MaxValues => 1, EntryHint => 'Who looks after this customer'));
must($role->AddToObject($queue->Id));

# --- custom fields ----------------------------------------------------------------------------------------------

for my $field (
    ['Product', 'Select', [qw(Billing Web Mobile)]],
    ['App version', 'Freeform', []],
    ['Affected plan', 'Select', [qw(Free Pro Enterprise)]],
    ['Escalated issue', 'Freeform', []],
) {
    my ($name, $type, $values) = @$field;
    my $custom_field = RT::CustomField->new($system);
    must($custom_field->Create(
        Name => $name, Type => $type, MaxValues => 1, LookupType => RT::Ticket->CustomFieldLookupType,
        ($type eq 'Select' ? (RenderType => 'Dropdown') : ()),
    ));
    must($custom_field->AddValue(Name => $values->[$_], SortOrder => $_)) for 0 .. $#$values;
    must($custom_field->AddToObject($queue));
}

# --- building blocks --------------------------------------------------------------------------------------------

# A picture of an empty page under a toolbar, 400 by 200, drawn here so that no binary file is kept.
sub screenshot {
    my ($width, $height) = (400, 200);
    my $rows = '';
    for my $y (0 .. $height - 1) {
        $rows .= "\0";
        for my $x (0 .. $width - 1) {
            my $button = $y >= 8 && $y < 20 && $x % 60 >= 10 && $x % 60 < 50 && $x < 240;
            my $page   = $y >= 40 && $y < 192 && $x >= 120 && $x < 280;
            my $edge   = $page && ($y == 40 || $y == 191 || $x == 120 || $x == 279);
            $rows .= pack 'C3',
                  $edge   ? (120, 120, 120)
                : $page   ? (255, 255, 255)
                : $button ? (40, 110, 200)
                : $y < 28 ? (225, 228, 232)
                :           (150 + $y / 8, 155 + $y / 8, 160 + $y / 8);
        }
    }
    my $chunk = sub { my ($type, $data) = @_; pack('N', length $data) . $type . $data . pack('N', crc32($type . $data)) };
    return "\x89PNG\r\n\x1a\n"
        . $chunk->('IHDR', pack('NNC5', $width, $height, 8, 2, 0, 0, 0))
        . $chunk->('IDAT', compress($rows, 9))
        . $chunk->('IEND', '');
}

sub text_part { return (Type => 'text/plain', Charset => 'UTF-8', Encoding => 'quoted-printable', Data => encode('UTF-8', $_[0])) }
sub html_part { return (Type => 'text/html', Charset => 'UTF-8', Encoding => 'quoted-printable', Data => encode('UTF-8', $_[0])) }

sub mail {
    my (%message) = @_;
    my @files = @{ $message{files} || [] };
    my $entity;
    if (@files || ($message{text} && $message{html})) {
        $entity = MIME::Entity->build(Type => @files ? 'multipart/mixed' : 'multipart/alternative');
        $entity->attach(text_part($message{text})) if $message{text};
        $entity->attach(html_part($message{html})) if $message{html};
        $entity->attach(%$_, Disposition => 'attachment') for @files;
    } else {
        $entity = MIME::Entity->build($message{html} ? html_part($message{html}) : text_part($message{text}));
    }
    # RT keeps headers as UTF-8, decoded from their mail form.
    $entity->head->replace(From    => encode('UTF-8', $message{from}))    if $message{from};
    $entity->head->replace(Subject => encode('UTF-8', $message{subject})) if $message{subject};
    return $entity;
}

sub as { my ($ticket, $user) = @_; my $seen = RT::Ticket->new(RT::CurrentUser->new($user)); must($seen->Load($ticket->Id)); return $seen }

sub requester {
    my ($email, $real_name, $organization) = @_;
    my $user = RT::User->new($system);
    must($user->LoadOrCreateByEmail($email));
    must($user->SetRealName($real_name));
    must($user->SetOrganization($organization)) if $organization;
    return $user;
}

sub ticket {
    my (%given) = @_;
    my $from = requester(@{ $given{requester} });
    my $ticket = RT::Ticket->new(RT::CurrentUser->new($from));
    must(($ticket->Create(
        Queue => $queue->Id, Subject => $given{subject}, Requestor => $from->EmailAddress, Priority => $given{priority} // 0,
        MIMEObj => mail(
            from => '"' . $from->RealName =~ s/["\\]//gr . '" <' . $from->EmailAddress . '>', subject => $given{subject},
            map { $_ => $given{$_} } grep { $given{$_} } qw(text html files),
        ),
    ))[0, 2]);
    my %fields = %{ $given{fields} || {} };
    must(as($ticket, $system)->AddCustomFieldValue(Field => $_, Value => $fields{$_})) for sort keys %fields;
    return ($ticket, $from);
}

sub reply { my ($ticket, $user, %message) = @_; must(as($ticket, $user)->Correspond(MIMEObj => mail(%message))) }
sub note  { my ($ticket, $user, $text) = @_; must(as($ticket, $user)->Comment(MIMEObj => mail(text => $text))) }

# --- tickets ----------------------------------------------------------------------------------------------------

# 1: the ticket most tests use.
my ($blank, $dana) = ticket(
    requester => ['dana@customer.test', 'Dana Müller', 'Customer GmbH'],
    subject   => 'Invoice PDF is blank after export',
    priority  => 50,
    text      => <<'TEXT',
Hello,

since the update this morning every invoice I export as PDF is blank.

Steps:
1. Open Billing > Invoices
2. Choose invoice 4711
3. Press Export

Expected: a PDF with my items.
Actual: one empty page.

We pay with the card 4111 1111 1111 1111; you reach me at +49 30 1234567.

Grüße, Dana ✅
TEXT
    files => [
        { Type => 'image/png', Filename => 'screenshot.png', Encoding => 'base64', Data => screenshot() },
        { Type => 'text/plain', Filename => 'console.log', Encoding => '7bit', Data => "TypeError: x is undefined\n    at renderPage (export.js:42:17)\n    at exportInvoice (export.js:12:3)\n" },
    ],
    fields => { 'Product' => 'Billing', 'App version' => '5.3.1', 'Affected plan' => 'Enterprise' },
);
must(as($blank, $system)->SetOwner($agent1->Id));
must(as($blank, $system)->AddWatcher(Type => $role->GroupType, PrincipalId => $agent2->PrincipalId));
reply($blank, $agent1, html => '<p>Hello Dana,</p><p>which <b>browser</b> do you use, and does the <a href="https://help.helpdesk.test/export">print view</a> show the items?</p><p>Agent One</p>');
reply($blank, $dana, from => 'dana@customer.test', text => <<'TEXT');
Firefox 128 on Windows 11. The print view is fine.

On Mon, Mar 2, 2026, Agent One wrote:
> Hello Dana,
>
> which browser do you use, and does the print view show the items?
TEXT
note($blank, $agent1, 'Reproduced on staging with 5.3.1; 5.3.0 is fine. Looks like the font subset.');

# 2: markup where plain text is expected.
ticket(
    requester => ['lee@other.test', 'Lee <script>alert(1)</script>', 'Other "Ltd" & <b>Sons</b>'],
    subject   => 'Login loop <img src=x onerror=alert(1)>',
    html      => '<p>I log in and land on the login page again.</p><script>alert(2)</script><img src=x onerror="alert(3)"><a href="javascript:alert(4)">my page</a><p>![x](javascript:alert(5)) {{7*7}} &lt;!-- @everyone</p>',
    fields    => { Product => 'Web' },
);

# 3
ticket(
    requester => ['mika@elm.test', 'Mika Salo', 'Elm Oy'],
    subject   => 'Login fails on mobile',
    text      => "The app says \"Session expired\" each time I log in on my phone (Android 14, app 5.3.1).\nOn the computer the same password works.\n\nMika\n",
    fields    => { 'Product' => 'Mobile', 'App version' => '5.3.1', 'Affected plan' => 'Pro' },
);

# 4: 300 messages. Rules and mail are left out here (ActivateScrips), they take most of the time.
my $began = time;
my ($long, $priya) = ticket(
    requester => ['priya@meadow.test', 'Priya Nair', 'Meadow Foods'],
    subject   => 'Monthly report differs from the dashboard',
    text      => "Hello,\n\nthe monthly report shows 1,204 orders, the dashboard 1,197. Which one is right?\n\nPriya\n",
    fields    => { 'Product' => 'Web', 'App version' => '5.2.9', 'Affected plan' => 'Pro' },
);
my @customer = (
    'The difference is now %d orders. I exported both lists again and compared them by hand.',
    'Same result this morning: report and dashboard are %d apart. Our accountant asks every day.',
    "I tried it in a private window, as you asked. Still %d orders too many.\n\n> Please try a private window and tell us whether the number changes.",
    'For shop %d the two agree, for the others they do not. Does that help?',
);
my @support = (
    'Thank you, Priya. Please send us the export of day %d as well.',
    'We compared %d rows so far. Orders placed around midnight are counted twice in the report.',
    'Please try a private window and tell us whether the number changes. (check %d)',
    'Part %d of the data has been recounted; we keep you informed.',
);
my @internal = ('Recount run %d finished without errors.', 'Asked the reports team about time zones, thread %d.');
RT->DatabaseHandle->BeginTransaction;
for my $number (2 .. 300) {
    my $kind = $number % 10 == 0 ? 'Comment' : 'Correspond';
    my ($user, $texts) = $kind eq 'Comment' ? ($agent2, \@internal) : $number % 2 ? ($priya, \@customer) : ($agent1, \@support);
    my $text = "Message $number.\n\n" . sprintf($texts->[$number % @$texts], $number) . "\n";
    must((as($long, $user)->_NewTransaction(
        Type => $kind, Data => $long->Subject, TimeTaken => 0, ActivateScrips => 0, MIMEObj => mail(text => $text),
    ))[0, 1]);
}
RT->DatabaseHandle->Commit;
must(as($long, $system)->SetStatus('open'));
printf "ticket %d: 300 messages in %.1f s\n", $long->Id, time - $began;

# 5: right to left.
ticket(
    requester => ['huda@nakhla.test', 'هدى النجار', 'شركة النخلة'],
    subject   => 'ملف الفاتورة PDF فارغ بعد التصدير',
    text      => "مرحبا،\n\nعند تصدير الفاتورة رقم 4711 بصيغة PDF تظهر صفحة فارغة.\nالإصدار 5.3.1، متصفح Firefox 128.\n\nشكرا، هدى\n",
    fields    => { 'Product' => 'Billing', 'App version' => '5.3.1' },
);

# 6 and 7: the problem of 1 at two more companies.
ticket(
    requester => ['omar@harbor.test', 'Omar Haddad', 'Harbor Logistics'],
    subject   => 'Exported invoice is an empty PDF',
    text      => "Hi team,\n\nour bookkeeping exported three invoices today and each PDF has one blank page. Yesterday it worked.\nChrome 126, version 5.3.1.\n\nOmar\n",
    fields    => { 'Product' => 'Billing', 'App version' => '5.3.1', 'Affected plan' => 'Enterprise' },
);
ticket(
    requester => ['ines@lumen.test', 'Inês Duarte', 'Lumen Studio'],
    subject   => 'Blank page instead of invoice (PDF export)',
    text      => "Good morning,\n\nexporting invoices gives a blank PDF since the update. We need them for our tax return on Friday.\n\nInês\n",
    fields    => { 'Product' => 'Billing', 'App version' => '5.3.1', 'Affected plan' => 'Pro' },
);

# 8: HTML mail with a plain twin, quotes of two programs, a signature and a tracking pixel.
my ($html, $theo) = ticket(
    requester => ['theo@birch.test', 'Theo Lindqvist', 'Birch AB'],
    subject   => 'Re: Prices in the report have too many decimals',
    text      => "Hello,\n\nthe report shows 12.3400000001 instead of 12.34.\n\n-- \nTheo Lindqvist\nBirch AB\n",
    html      => <<'HTML',
<html><head><style>p { margin: 0 }</style></head><body>
<div dir="ltr"><p>Hello,</p><p>the report shows <b>12.3400000001</b> instead of <i>12.34</i>:</p>
<ul><li>Monthly report</li><li>Export as CSV</li></ul>
<table><tr><th>Shown</th><th>Expected</th></tr><tr><td>12.3400000001</td><td>12.34</td></tr></table></div>
<div class="gmail_signature" data-smartmail="gmail_signature">-- <br>Theo Lindqvist<br>Birch AB<br>+46 8 123 456<img src="https://pixel.birch.test/t.gif" width="1" height="1" alt=""></div>
<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Mar 2026 at 09:00, Helpdesk &lt;help@helpdesk.test&gt; wrote:<br></div>
<blockquote class="gmail_quote"><p>Dear Theo, what exactly do you see?</p></blockquote></div>
</body></html>
HTML
    fields => { 'Product' => 'Web' },
);
reply($html, $agent2, html => '<p>Hello Theo,</p><p>thank you, we see it too.</p>');
reply($html, $theo, from => 'theo@birch.test', html => <<'HTML');
<html><body><div>Thanks. Is there a date?</div>
<div id="divRplyFwdMsg"><hr><b>From:</b> Agent Two &lt;help@helpdesk.test&gt;<br><b>Sent:</b> Monday, March 2, 2026<br><b>Subject:</b> Re: Prices</div>
<blockquote type="cite"><p>Hello Theo,</p><p>thank you, we see it too.</p></blockquote></body></html>
HTML

# 9: the same problem some time ago, solved: no search for open tickets may show it.
my ($solved) = ticket(
    requester => ['pavel@quarry.test', 'Pavel Novák', 'Quarry s.r.o.'],
    subject   => 'Invoice PDF was blank',
    text      => "Hello,\n\nthe invoice PDF was blank; after logging in anew it is fine.\n\nPavel\n",
);
must(as($solved, $system)->SetStatus('resolved'));

# 6 is one of the incidents of 1, 7 mentions it, and 1 itself mentions the solved one.
must(as($blank, $system)->AddLink(Type => 'MemberOf', Base => 6));
must(as($blank, $system)->AddLink(Type => 'RefersTo', Base => 7));
must(as($blank, $system)->AddLink(Type => 'RefersTo', Target => $solved->Id));
must(as($blank, $system)->AddLink(Type => 'RefersTo', Target => 'https://status.helpdesk.test/42'));

# --- articles ---------------------------------------------------------------------------------------------------

my $class = RT::Class->new($system);
must($class->Load('General'));
my $content = RT::CustomField->new($system);
must($content->LoadByCols(Name => 'Content', LookupType => RT::Article->CustomFieldLookupType));
must($agents->PrincipalObj->GrantRight(Object => $class, Right => $_)) for qw(SeeClass ShowArticle SeeCustomField);
for my $written (
    ['Blank invoice PDF', 'What to do when the exported invoice has no content', 'Choose the print view, then save as PDF.'],
    ['Signing in on a phone', 'When the app says that the session has expired', 'Delete the app and install it again.'],
    ['Old export of an invoice', 'Not used any more', 'See the new one.'],
) {
    my ($name, $summary, $text) = @$written;
    my $article = RT::Article->new($system);
    must($article->Create(Name => $name, Summary => $summary, Class => $class->Id, 'CustomField-' . $content->Id => $text));
    must($article->SetDisabled(1)) if $name =~ /^Old/;
}

# --- dates and token --------------------------------------------------------------------------------------------

# Every ticket begins a day after the one before; its transactions follow at an even pace.
my $handle = RT->DatabaseHandle->dbh;
my $moment = sub { strftime('%Y-%m-%d %H:%M:%S', gmtime $_[0]) };
$handle->begin_work;
for my $ticket_id (1 .. 9) {
    my $at = 1772442000 + ($ticket_id - 1) * 86400;    # 2026-03-02 09:00 UTC
    my $created = $at;
    my $pace = $ticket_id == $long->Id ? 1800 : 300;
    my $transactions = $handle->selectcol_arrayref(
        q{SELECT id FROM Transactions WHERE ObjectType = 'RT::Ticket' AND ObjectId = ? ORDER BY id}, undef, $ticket_id);
    for my $transaction (@$transactions) {
        $handle->do('UPDATE Transactions SET Created = ? WHERE id = ?', undef, $moment->($at), $transaction);
        $handle->do('UPDATE Attachments SET Created = ? WHERE TransactionId = ?', undef, $moment->($at), $transaction);
        $at += $pace;
    }
    $handle->do('UPDATE Tickets SET Created = ?, LastUpdated = ? WHERE id = ?', undef,
        $moment->($created), $moment->($at - $pace), $ticket_id);
    $handle->do(q{UPDATE Tickets SET Told = LastUpdated WHERE id = ? AND Told > '1970-01-02'}, undef, $ticket_id);
    $handle->do(q{UPDATE Tickets SET Started = Created WHERE id = ? AND Started > '1970-01-02'}, undef, $ticket_id);
}
$handle->do('UPDATE Articles SET Created = ?, LastUpdated = ?', undef, ($moment->(1772442000)) x 2);
$handle->commit;

# Authorization: token <the line in this file>
my ($created, $message, $authorization) = RT::AuthToken->new($system)->Create(Owner => $agent1->Id, Description => 'tests');
must($created, $message);
open my $file, '>', $ENV{RT_TOKEN_FILE} or die "seed: $ENV{RT_TOKEN_FILE}: $!\n";
print {$file} $authorization;
close $file;
