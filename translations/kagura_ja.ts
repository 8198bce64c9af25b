<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>kagura::AppearancePane</name>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − change it anywhere.</source>
        <translation>Ctrl + と Ctrl − でいつでも変えられます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Models answer in the language that you write to them in.</source>
        <translation>モデルは、あなたが書いた言語で答えます。</translation>
    </message>
</context>
<context>
    <name>kagura::AttachmentTray</name>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を取り除く</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
</context>
<context>
    <name>kagura::BeatPicture</name>
    <message>
        <source>First text after %1, whole after %2</source>
        <translation>最初の文字まで %1、全体で %2</translation>
    </message>
    <message>
        <source>a gap of %1</source>
        <translation>途切れ %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>最初 %1</translation>
    </message>
    <message>
        <source>gap %1 s</source>
        <translation>途切れ %1 秒</translation>
    </message>
</context>
<context>
    <name>kagura::BlockPainter</name>
    <message>
        <source>code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>mermaid diagram, as source</source>
        <translation>Mermaid の図（ソースのまま）</translation>
    </message>
</context>
<context>
    <name>kagura::BudgetController</name>
    <message>
        <source>Nothing would be evicted.</source>
        <translation>何も追い出されません。</translation>
    </message>
    <message>
        <source>%1 are kept.</source>
        <translation>%1 が残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n answers would be evicted.</source>
        <translation>
            <numerusform>%n 件の回答が追い出されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>That frees %1. %2 of them had been used; to ask all of them again costs %3. They do not come back.</source>
        <translation>%1 が空きます。うち %2 は使われたことがあり、すべて問い合わせ直すと %3 かかります。元には戻りません。</translation>
    </message>
</context>
<context>
    <name>kagura::BudgetMeter</name>
    <message>
        <source>The cache takes %1</source>
        <translation>キャッシュの使用量: %1</translation>
    </message>
</context>
<context>
    <name>kagura::BulkBar</name>
    <message>
        <source>Dry run, nothing changed yet. Hard moves entries to the trash, where no call finds them.</source>
        <translation>試行です。まだ何も変わっていません。「ハード」は項目をごみ箱に移し、呼び出しから見えなくします。</translation>
    </message>
    <message>
        <source>Dry run, nothing changed yet. Erasing takes entries out of the file for good, pinned ones too, and cannot be undone.</source>
        <translation>試行です。まだ何も変わっていません。「消去」はピン留めしたものも含め、項目をファイルから完全に取り除きます。元に戻せません。</translation>
    </message>
    <message>
        <source>Dry run, nothing changed yet. Soft marks entries stale; the next use asks anew.</source>
        <translation>試行です。まだ何も変わっていません。「ソフト」は項目を古いものとし、次に使うときに問い合わせ直します。</translation>
    </message>
    <message>
        <source>Invalidate entries</source>
        <translation>項目を無効にする</translation>
    </message>
    <message>
        <source>Soft, hard or for good</source>
        <translation>ソフト、ハード、完全に消去</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>ハード</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stopping: what was done will be undone…</source>
        <translation>停止しています。行った分は元に戻します…</translation>
    </message>
    <message>
        <source>Erasing %1, and rewriting the file…</source>
        <translation>%1 を消去し、ファイルを書き直しています…</translation>
    </message>
    <message>
        <source>Invalidating %1…</source>
        <translation>%1 を無効にしています…</translation>
    </message>
    <message>
        <source>Counting which entries are meant…</source>
        <translation>対象の項目を数えています…</translation>
    </message>
    <message>
        <source>Nothing to do: what is meant is pinned</source>
        <translation>することはありません: 対象はピン留めされています</translation>
    </message>
    <message>
        <source>Nothing to do: no entry is meant</source>
        <translation>することはありません: 対象の項目がありません</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>%1 を消去</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>%1 と入力</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>確認のため %1 と入力</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>完全に消去</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>無効にする</translation>
    </message>
</context>
<context>
    <name>kagura::CacheController</name>
    <message>
        <source>%1 erased for good</source>
        <translation>%1 を完全に消去しました</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>kagura::CacheDesk</name>
    <message>
        <source>The data folder cannot be used, so answers are kept in memory alone, until the program ends.</source>
        <translation>データフォルダーを使えないため、回答はプログラムの終了までメモリにだけ残ります。</translation>
    </message>
    <message>
        <source>The entry is not there any more. Read the list again.</source>
        <translation>その項目はもうありません。一覧を読み直してください。</translation>
    </message>
    <message>
        <source>One of the entries is not there any more.</source>
        <translation>項目の一つがもうありません。</translation>
    </message>
    <message>
        <source>There is no cache on disk.</source>
        <translation>ディスク上にキャッシュがありません。</translation>
    </message>
</context>
<context>
    <name>kagura::CacheDetails</name>
    <message>
        <source>
… and %1 more characters</source>
        <translation>
… ほか %1 文字</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>system</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>params</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>メッセージ %1</translation>
    </message>
    <message>
        <source>Result of a tool:
%1</source>
        <translation>ツールの結果:
%1</translation>
    </message>
</context>
<context>
    <name>kagura::CacheEntriesPane</name>
    <message>
        <source>last used first</source>
        <translation>最近使った順</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>一致度の高い順</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Each answer that a model finishes is kept here, and the same question is answered from here for nothing, at once, until the answer expires.</source>
        <translation>まだ何もありません。モデルが終えた回答はここに残り、同じ質問には、期限が切れるまでここからすぐに、無料で答えます。</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>No entry is meant by this query. Take a condition away, or look at all there is.</source>
        <translation>この条件に合う項目はありません。条件を減らすか、すべてを表示してください。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Sorted: %1</source>
        <translation>並び順: %1</translation>
    </message>
    <message>
        <source>There is no cache to show</source>
        <translation>表示できるキャッシュがありません</translation>
    </message>
    <message>
        <source>The cache could not be read</source>
        <translation>キャッシュを読み取れませんでした</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Rows %1 of %2</source>
        <translation>%1 行目 / %2</translation>
    </message>
    <message>
        <source>Rows %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>絞り込み行</translation>
    </message>
</context>
<context>
    <name>kagura::CacheEntryModel</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>節約</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
</context>
<context>
    <name>kagura::CachePage</name>
    <message>
        <source>Entries</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>ページの各部</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>モード: %1</translation>
    </message>
    <message>
        <source>Mode of the cache: %1</source>
        <translation>キャッシュのモード: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
</context>
<context>
    <name>kagura::CachePane</name>
    <message>
        <source>For ever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>何も残さない</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Apply the budgets</source>
        <translation>上限を適用</translation>
    </message>
    <message>
        <source>Answer cache</source>
        <translation>回答のキャッシュ</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>メモリ内</translation>
    </message>
    <message>
        <source>What was asked last is answered from here.</source>
        <translation>最近の質問にはここから答えます。</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>When it is full, answers that nobody asked for again make room.</source>
        <translation>いっぱいになると、二度と尋ねられなかった回答が場所を空けます。</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Of answers that come from now on. A pinned answer stays in any case.</source>
        <translation>これから届く回答に適用されます。ピン留めした回答は常に残ります。</translation>
    </message>
    <message>
        <source>What the budgets would cost</source>
        <translation>その上限で失うもの</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>kagura::CachePreview</name>
    <message>
        <source>The entry</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Choose an entry to look at it.</source>
        <translation>項目を選ぶと内容が見られます。</translation>
    </message>
    <message>
        <source>Sides of the entry</source>
        <translation>項目の各面</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>The stored answer is damaged and is never served. Invalidate the entry; the next call asks anew.</source>
        <translation>保存された回答は壊れているため、使われることはありません。項目を無効にすると、次の呼び出しで問い合わせ直します。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>The request as it was sent, without what changes nothing</source>
        <translation>送られたままのリクエスト（結果に関わらないものを除く）</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>キーをコピー</translation>
    </message>
    <message>
        <source>Why was this asked anew?</source>
        <translation>なぜ問い合わせ直したのですか？</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Diff…</source>
        <translation>差分…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>消去…</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>1 hour from now</source>
        <translation>今から 1 時間</translation>
    </message>
    <message>
        <source>1 day from now</source>
        <translation>今から 1 日</translation>
    </message>
    <message>
        <source>7 days from now</source>
        <translation>今から 7 日</translation>
    </message>
    <message>
        <source>30 days from now</source>
        <translation>今から 30 日</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Expires now</source>
        <translation>今すぐ期限切れ</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>作成 %1</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>ヒット 1 回</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>ヒット %1 回</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1、最後は %2</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>期限まで %1</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>TTL: %1</source>
        <translation>期限: %1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>システム: %1</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>断片 1 個</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>断片 %1 個</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>jade: shared with others</source>
        <translation>翡翠色: ほかの項目と共通</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>kagura::CacheTable</name>
    <message>
        <source>Entries of the cache</source>
        <translation>キャッシュの項目</translation>
    </message>
</context>
<context>
    <name>kagura::CacheWords</name>
    <message>
        <source>stale</source>
        <translation>古い</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>ごみ箱の中</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>新しい</translation>
    </message>
    <message>
        <source>trash</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 項目</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 項目</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 to regenerate</source>
        <translation>作り直すと %1</translation>
    </message>
    <message>
        <source>Invalidate %1</source>
        <translation>%1 を無効にする</translation>
    </message>
    <message>
        <source>%1 pinned skipped</source>
        <translation>ピン留め %1 件を除外</translation>
    </message>
    <message>
        <source>%1 made stale</source>
        <translation>%1 を古いものにしました</translation>
    </message>
    <message>
        <source>%1 moved to the trash</source>
        <translation>%1 をごみ箱に移しました</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 を元に戻しました</translation>
    </message>
    <message>
        <source>%1 have a newer answer</source>
        <translation>%1 にはより新しい回答があります</translation>
    </message>
    <message>
        <source>%1 are gone</source>
        <translation>%1 はもうありません</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>answers from the cache, keeps new ones</source>
        <translation>キャッシュから答え、新しいものを残す</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>読み取りのみ</translation>
    </message>
    <message>
        <source>keeps nothing new</source>
        <translation>新しいものは残さない</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>always asks anew, replaces what is kept</source>
        <translation>常に問い合わせ直し、残したものを置き換える</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>neither reads nor keeps</source>
        <translation>読み取りも保存もしない</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>answers from the cache alone, also with stale answers</source>
        <translation>キャッシュだけで答える。古い回答も使う</translation>
    </message>
</context>
<context>
    <name>kagura::CacheWorkbench</name>
    <message>
        <source>Invalidate these…</source>
        <translation>これらを無効にする…</translation>
    </message>
    <message>
        <source>All entries that the query means</source>
        <translation>条件に合うすべての項目</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>invalidate</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Choose an entry to look at it.</source>
        <translation>項目を選ぶと内容が見られます。</translation>
    </message>
    <message>
        <source>%1 are chosen. Del invalidates them; choose two and press Diff in one of them to compare.</source>
        <translation>%1 を選択中です。Del で無効にします。比べるには 2 項目を選び、片方で「差分」を押してください。</translation>
    </message>
    <message>
        <source>Choose at most %1 entries, or mean them by a query.</source>
        <translation>選べるのは %1 項目までです。それ以上は検索条件で指定してください。</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>選んだ項目</translation>
    </message>
    <message>
        <source>The chosen entries</source>
        <translation>選んだ項目</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>すべての項目</translation>
    </message>
    <message>
        <source>All that %1 means</source>
        <translation>%1 に合うすべて</translation>
    </message>
    <message>
        <source>Now choose the other entry and press Diff there.</source>
        <translation>次に、もう一方の項目を選び、そこで「差分」を押してください。</translation>
    </message>
</context>
<context>
    <name>kagura::CallReport</name>
    <message>
        <source>… (%1 characters)</source>
        <translation>… (%1 文字)</translation>
    </message>
    <message>
        <source>Requests are remembered while Kagura runs, and this one was made before. What is stored with the answer is shown below.</source>
        <translation>リクエストは Kagura の実行中だけ記憶されます。これはそれより前のものです。回答と一緒に保存された内容を下に示します。</translation>
    </message>
    <message>
        <source>This request cannot be written down.</source>
        <translation>このリクエストは書き表せません。</translation>
    </message>
    <message>
        <source>[redacted]</source>
        <translation>[伏せ字]</translation>
    </message>
    <message>
        <source>The body has %1 bytes, too many to be kept.</source>
        <translation>本文は %1 バイトあり、残すには大きすぎます。</translation>
    </message>
    <message>
        <source>Nothing was sent: this is what would have been.</source>
        <translation>何も送られていません。送られるはずだった内容です。</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>待ち行列</translation>
    </message>
    <message>
        <source>answer began</source>
        <translation>回答開始</translation>
    </message>
    <message>
        <source>the first %1 of %2 events</source>
        <translation>%2 件中、最初の %1 件のイベント</translation>
    </message>
    <message>
        <source>first text</source>
        <translation>最初の文字</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>attempt %1 failed</source>
        <translation>試行 %1 失敗</translation>
    </message>
    <message>
        <source>%1 after %2, again in %3</source>
        <translation>%2 後に %1、%3 後に再試行</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>別のモデル</translation>
    </message>
    <message>
        <source>requests left</source>
        <translation>残りリクエスト</translation>
    </message>
    <message>
        <source>tokens left</source>
        <translation>残りトークン</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Read from the provider&apos;s cache</source>
        <translation>プロバイダーのキャッシュから読み取り</translation>
    </message>
    <message>
        <source>Written to the provider&apos;s cache</source>
        <translation>プロバイダーのキャッシュへ書き込み</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>of it for thinking</source>
        <translation>うち思考</translation>
    </message>
    <message>
        <source>%1: %2 at $%3 a million</source>
        <translation>%1: %2、100 万あたり $%3</translation>
    </message>
    <message>
        <source>%1: %2 at an unknown price</source>
        <translation>%1: %2、価格は不明</translation>
    </message>
    <message>
        <source>It shared the answer of another call, which pays for it.</source>
        <translation>ほかの呼び出しの回答を共有したので、費用はそちらにかかります。</translation>
    </message>
    <message>
        <source>It came from the cache, so nothing was billed.</source>
        <translation>キャッシュから答えたので、費用はかかっていません。</translation>
    </message>
    <message>
        <source>No price of %1 is known, so its cost is not either.</source>
        <translation>%1 の価格が不明なため、費用もわかりません。</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>キャッシュ読み取り</translation>
    </message>
    <message>
        <source>Cache written</source>
        <translation>キャッシュ書き込み</translation>
    </message>
    <message>
        <source>Prices of %1</source>
        <translation>%1 の価格</translation>
    </message>
    <message>
        <source>, for long prompts</source>
        <translation>、長いプロンプト用</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>節約</translation>
    </message>
    <message>
        <source>This request was never asked before.</source>
        <translation>このリクエストは初めてです。</translation>
    </message>
    <message>
        <source>The stored answer had expired.</source>
        <translation>保存された回答は期限切れでした。</translation>
    </message>
    <message>
        <source>The stored answer was marked to be asked anew.</source>
        <translation>保存された回答は問い合わせ直すことになっていました。</translation>
    </message>
    <message>
        <source>The stored answer was taken away.</source>
        <translation>保存された回答は取り除かれていました。</translation>
    </message>
    <message>
        <source>The stored answer had to make room for others.</source>
        <translation>保存された回答はほかに場所を譲りました。</translation>
    </message>
    <message>
        <source>The stored answer was damaged and was not used.</source>
        <translation>保存された回答は壊れていたため使われませんでした。</translation>
    </message>
    <message>
        <source>The cache could not be read.</source>
        <translation>キャッシュを読めませんでした。</translation>
    </message>
    <message>
        <source>The cache took too long to answer.</source>
        <translation>キャッシュの応答に時間がかかりすぎました。</translation>
    </message>
    <message>
        <source>The cache is off.</source>
        <translation>キャッシュはオフです。</translation>
    </message>
    <message>
        <source>The request has tools, and answers with tools are not reused here.</source>
        <translation>リクエストにツールがあり、ツールを使う回答はここでは再利用しません。</translation>
    </message>
    <message>
        <source>The temperature asks for another answer each time.</source>
        <translation>この温度では毎回別の回答を求めます。</translation>
    </message>
    <message>
        <source>The request has no form by which an answer could be found again.</source>
        <translation>リクエストに、回答を見つけ直せる形がありません。</translation>
    </message>
    <message>
        <source>Another answer was asked for, so no stored one was looked for.</source>
        <translation>別の回答が求められたため、保存された回答は探しませんでした。</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>endpoint or account</source>
        <translation>エンドポイントまたはアカウント</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>名前空間</translation>
    </message>
    <message>
        <source>parameter %1</source>
        <translation>パラメーター %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>メッセージ %1</translation>
    </message>
    <message>
        <source>What the cache did is not known.</source>
        <translation>キャッシュの動きは不明です。</translation>
    </message>
    <message>
        <source>An expired answer stood in for a provider that could not be asked.</source>
        <translation>問い合わせできないプロバイダーの代わりに、期限切れの回答を使いました。</translation>
    </message>
    <message>
        <source>Answered before, %1 earlier.</source>
        <translation>以前の回答です（%1 前）。</translation>
    </message>
    <message>
        <source>Nearest: “%1”, of %2</source>
        <translation>最も近いもの: 「%1」、%2</translation>
    </message>
    <message>
        <source>It differs in: %1</source>
        <translation>違い: %1</translation>
    </message>
    <message>
        <source>Taken away by: %1</source>
        <translation>取り除いたもの: %1</translation>
    </message>
    <message>
        <source>Key %1…</source>
        <translation>キー %1…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source> (HTTP %1)</source>
        <translation> (HTTP %1)</translation>
    </message>
</context>
<context>
    <name>kagura::ChatController</name>
    <message>
        <source>%1, 1 model</source>
        <translation>%1、モデル 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n models</source>
        <translation>
            <numerusform>%1、モデル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this conversation yet.</source>
        <translation>この会話にはまだ何もありません。</translation>
    </message>
</context>
<context>
    <name>kagura::ChatEngine</name>
    <message>
        <source>A backup was made and read back: %1</source>
        <translation>バックアップを作り、読み返して確かめました: %1</translation>
    </message>
</context>
<context>
    <name>kagura::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Choose the model (%1)</source>
        <translation>モデルを選ぶ (%1)</translation>
    </message>
    <message>
        <source>Another version of an earlier message. The first one is kept.</source>
        <translation>以前のメッセージの別の版です。元の版は残ります。</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>まずモデルを選んでください</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>返信…</translation>
    </message>
    <message>
        <source>Ask the Guide…</source>
        <translation>ガイドに質問…</translation>
    </message>
    <message>
        <source>Ask %1…</source>
        <translation>%1 に質問…</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Ask them all…</source>
        <translation>全員に質問…</translation>
    </message>
</context>
<context>
    <name>kagura::CodeSaver</name>
    <message>
        <source>Save code</source>
        <translation>コードを保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存しました</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Choose another folder.</source>
        <translation>%1 を保存できませんでした: %2。別のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>kagura::CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>コマンドを入力…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>この文字を含むコマンドはありません。</translation>
    </message>
</context>
<context>
    <name>kagura::CompareColumn</name>
    <message>
        <source>Answer of %1</source>
        <translation>%1 の回答</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Stop the answer of %1</source>
        <translation>%1 の回答を停止</translation>
    </message>
    <message>
        <source>Take the answer of %1</source>
        <translation>%1 の回答を採用</translation>
    </message>
    <message>
        <source>Goes on with this answer; the others stay as versions</source>
        <translation>この回答で続けます。ほかは版として残ります</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>受信中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cached · %1</source>
        <translation>キャッシュ · %1</translation>
    </message>
    <message>
        <source>finished in %1</source>
        <translation>%1 で完了</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>トークン/秒</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>first text</source>
        <translation>最初の文字</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 節約</translation>
    </message>
</context>
<context>
    <name>kagura::CompareController</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>kagura::CompareDialog</name>
    <message>
        <source>not there</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>実行を比較</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>Nodes of both runs</source>
        <translation>両方の実行のノード</translation>
    </message>
    <message>
        <source>Differences of the texts</source>
        <translation>テキストの違い</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1、次に %2</translation>
    </message>
    <message>
        <source>%1: %2, the same</source>
        <translation>%1: %2、同じ</translation>
    </message>
    <message>
        <source>%1: %2, different</source>
        <translation>%1: %2、違う</translation>
    </message>
    <message>
        <source>All nodes came to the same.</source>
        <translation>すべてのノードが同じ結果でした。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes differ.</source>
        <translation>
            <numerusform>%n 個のノードが違います。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: %1
After: %2</source>
        <translation>前: %1
後: %2</translation>
    </message>
    <message>
        <source>One node differs.</source>
        <translation>1 つのノードが異なります。</translation>
    </message>
</context>
<context>
    <name>kagura::ComparePanel</name>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Choose the models below, and ask them all at once.</source>
        <translation>下でモデルを選び、一度に質問します。</translation>
    </message>
    <message>
        <source>Models that are asked</source>
        <translation>質問するモデル</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>比較を終える</translation>
    </message>
    <message>
        <source>Do not ask %1</source>
        <translation>%1 には質問しない</translation>
    </message>
    <message>
        <source>Takes it out of the comparison</source>
        <translation>比較から外します</translation>
    </message>
</context>
<context>
    <name>kagura::Composer</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>メッセージの入力欄</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>メッセージを送信</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Attach files: pictures, PDF, text</source>
        <translation>ファイルを添付: 画像、PDF、テキスト</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>ドロップして添付</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc で停止</translation>
    </message>
    <message>
        <source>Remove what cannot be attached</source>
        <translation>添付できないものを取り除いてください</translation>
    </message>
    <message>
        <source>Sends when the files are read</source>
        <translation>ファイルを読み終えたら送信します</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter で送信</translation>
    </message>
    <message>
        <source>Esc cancels</source>
        <translation>Esc で取り消し</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>プロンプトを挿入</translation>
    </message>
    <message>
        <source>Insert a prompt: type / in the message</source>
        <translation>プロンプトを挿入:メッセージに / と入力</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>モデルを比較</translation>
    </message>
    <message>
        <source>Several models answer side by side</source>
        <translation>複数のモデルが並んで答えます</translation>
    </message>
</context>
<context>
    <name>kagura::ComposerController</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Pasted text.txt</source>
        <translation>貼り付けたテキスト.txt</translation>
    </message>
</context>
<context>
    <name>kagura::ConnectDialog</name>
    <message>
        <source>Connect a model</source>
        <translation>モデルに接続</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Paste a key; most are recognised</source>
        <translation>キーを貼り付けてください。ほとんどは自動で見分けます</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>接続をテスト</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>ベース URL</translation>
    </message>
    <message>
        <source>The key is kept %1.</source>
        <translation>キーは%1保管されます。</translation>
    </message>
    <message>
        <source>The base URL has to begin with https:// or http:// and name a host.</source>
        <translation>ベース URL は https:// または http:// で始まり、ホスト名を含む必要があります。</translation>
    </message>
    <message>
        <source>This cannot be a key: it is too short, or holds spaces or letters no key has.</source>
        <translation>これはキーではありません。短すぎるか、キーに使われない空白や文字を含んでいます。</translation>
    </message>
    <message>
        <source>%1 needs a key.</source>
        <translation>%1 にはキーが必要です。</translation>
    </message>
    <message>
        <source>Calls go to %1</source>
        <translation>呼び出し先: %1</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 にキーは不要です</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 に問い合わせています…</translation>
    </message>
</context>
<context>
    <name>kagura::ConnectWords</name>
    <message>
        <source>Next: check that the key is of this provider and was copied whole, then replace it.</source>
        <translation>次に: キーがこのプロバイダーのもので、全体がコピーされているか確かめ、置き換えてください。</translation>
    </message>
    <message>
        <source>Next: check the base URL and the proxy, and that the server runs.</source>
        <translation>次に: ベース URL とプロキシ、そしてサーバーが動いているか確かめてください。</translation>
    </message>
    <message>
        <source>Next: try again; a server that loads a model may take a while.</source>
        <translation>次に: もう一度お試しください。モデルを読み込むサーバーは時間がかかることがあります。</translation>
    </message>
    <message>
        <source>Next: check the base URL; most end in /v1.</source>
        <translation>次に: ベース URL を確かめてください。多くは /v1 で終わります。</translation>
    </message>
    <message>
        <source>Next: look at the account&apos;s credit at the provider.</source>
        <translation>次に: プロバイダーでアカウントの残高を確かめてください。</translation>
    </message>
    <message>
        <source>Next: try again in a while.</source>
        <translation>次に: しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>It works: one model, listed in %1 ms.</source>
        <translation>接続できました: モデル 1 個、%1 ミリ秒で取得。</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n models, listed in %1 ms.</source>
        <translation>
            <numerusform>接続できました: モデル %n 個、%1 ミリ秒で取得。</numerusform>
        </translation>
    </message>
    <message>
        <source>From $%1 in your environment</source>
        <translation>環境変数 $%1 から</translation>
    </message>
    <message>
        <source>Handed over for this session</source>
        <translation>このセッションのために渡されました</translation>
    </message>
    <message>
        <source>In the keychain. It is never written to a settings file or a log.</source>
        <translation>キーチェーンにあります。設定ファイルやログには決して書かれません。</translation>
    </message>
    <message>
        <source>In memory, until Kagura is closed: there is no keychain here</source>
        <translation>Kagura を終了するまでメモリにあります。ここにはキーチェーンがありません</translation>
    </message>
    <message>
        <source>Signed in. The tokens are renewed by themselves.</source>
        <translation>サインインしています。トークンは自動で更新されます。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ありません</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>不要です</translation>
    </message>
</context>
<context>
    <name>kagura::ContextMeter</name>
    <message>
        <source>over %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 / %2 トークン</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>more than the model reads</source>
        <translation>モデルが読める量を超えています</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>残りわずか</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>送信に %1</translation>
    </message>
    <message>
        <source>The next message: %1</source>
        <translation>次のメッセージ:%1</translation>
    </message>
    <message>
        <source>An estimate of what the next message takes: the conversation so far, as the provider counted it, and what is written here. The cost is that of sending it, without the answer.</source>
        <translation>次のメッセージに必要な量の見積もりです。これまでの会話(プロバイダーの計数による)と、ここに書かれた内容を合わせたものです。費用は送信分のみで、回答は含みません。</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationDelegate</name>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>新しい題名</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>会話を検索</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>新しい会話 (Ctrl+N)</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>メッセージ内</translation>
    </message>
    <message>
        <source>Found in messages</source>
        <translation>メッセージ内の検索結果</translation>
    </message>
    <message>
        <source>Conversations will be listed here.</source>
        <translation>会話はここに並びます。</translation>
    </message>
    <message>
        <source>Nothing contains “%1”.</source>
        <translation>「%1」を含むものはありません。</translation>
    </message>
    <message>
        <source>New conversation (%1)</source>
        <translation>新しい会話 (%1)</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationListModel</name>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>それ以前</translation>
    </message>
    <message>
        <source>Folder %1, collapsed</source>
        <translation>フォルダー %1(折りたたみ)</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>フォルダー %1</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message numerus="yes">
        <source>Export %n conversations…</source>
        <translation>
            <numerusform>%n 件の会話を書き出す…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations</source>
        <translation>
            <numerusform>%n 件の会話を削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Delete the folder, keep what is in it</source>
        <translation>フォルダーを削除(中身は残す)</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移動先</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダーなし</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>完全に消去…</translation>
    </message>
</context>
<context>
    <name>kagura::DataPane</name>
    <message>
        <source>Data and backup</source>
        <translation>データとバックアップ</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Open the folder of conversations</source>
        <translation>会話のフォルダーを開く</translation>
    </message>
    <message>
        <source>A message is on disk before it leaves, an answer at least once a second.</source>
        <translation>メッセージは送られる前に、回答は少なくとも 1 秒ごとに、ディスクに保存されます。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Open the folder of settings</source>
        <translation>設定のフォルダーを開く</translation>
    </message>
    <message>
        <source>Keys are in none of these files.</source>
        <translation>キーはこれらのファイルのどれにもありません。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Open the folder of backups</source>
        <translation>バックアップのフォルダーを開く</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>レポートを保存…</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <translation>サポート用のレポートを保存</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>問題が起きたとき</translation>
    </message>
    <message>
        <source>Versions, settings, and what was found: no conversation and no key. One file of text, to be read before it is sent.</source>
        <translation>バージョン、設定、確認の結果です。会話もキーも含みません。送る前に読める一つのテキストファイルです。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Made by themselves, once a day. A database that is damaged is set aside, and the newest backup takes its place.</source>
        <translation>1 日に一度、自動で作られます。壊れたデータベースは別に取り置かれ、最新のバックアップが代わりに使われます。</translation>
    </message>
</context>
<context>
    <name>kagura::Desktop</name>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Ready, Guide only</source>
        <translation>準備完了、ガイドのみ</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>会話を検索</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話の中を検索</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>モデルに接続…</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>テーマ: システムに合わせる</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>テーマ: ライト</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>テーマ: ダーク</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>文字を標準の大きさに</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>データフォルダーを開く</translation>
    </message>
    <message>
        <source>Look for local servers again</source>
        <translation>このコンピューターのサーバーをもう一度探す</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>会話をインポート…</translation>
    </message>
    <message>
        <source>Export this conversation…</source>
        <translation>この会話をエクスポート…</translation>
    </message>
    <message>
        <source>There is nothing in this conversation yet.</source>
        <translation>この会話にはまだ何もありません。</translation>
    </message>
    <message>
        <source>Export all conversations…</source>
        <translation>すべての会話をエクスポート…</translation>
    </message>
    <message>
        <source>Cache: on</source>
        <translation>キャッシュ: オン</translation>
    </message>
    <message>
        <source>Cache: read only, keep nothing new</source>
        <translation>キャッシュ: 読み取りのみ、新しいものは残さない</translation>
    </message>
    <message>
        <source>Cache: refresh, always ask anew</source>
        <translation>キャッシュ: 更新、常に問い合わせ直す</translation>
    </message>
    <message>
        <source>Cache: off</source>
        <translation>キャッシュ: オフ</translation>
    </message>
    <message>
        <source>Cache: offline, send nothing to other computers</source>
        <translation>キャッシュ: オフライン、ほかのコンピューターに何も送らない</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>読み取りのみ</translation>
    </message>
    <message>
        <source>asks anew</source>
        <translation>問い合わせ直す</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Save a report for whoever helps…</source>
        <translation>サポート用のレポートを保存…</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Instructions and parameters</source>
        <translation>指示とパラメーター</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>プロンプトを挿入</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>プロンプト集</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>新しい実行…</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>モデルを比較</translation>
    </message>
    <message>
        <source>Inspect the answer</source>
        <translation>回答を調べる</translation>
    </message>
    <message>
        <source>Copy the request as curl</source>
        <translation>リクエストを curl としてコピー</translation>
    </message>
    <message>
        <source>Erase this conversation for good…</source>
        <translation>この会話を完全に消去…</translation>
    </message>
    <message>
        <source>Show the cache</source>
        <translation>キャッシュを表示</translation>
    </message>
</context>
<context>
    <name>kagura::DiffDialog</name>
    <message>
        <source>Two entries compared</source>
        <translation>2 つの項目の比較</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>元: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>先: %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>In what the requests differ</source>
        <translation>リクエストの違い</translation>
    </message>
    <message>
        <source>The requests are the same.</source>
        <translation>リクエストは同じです。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>How one answer becomes the other</source>
        <translation>回答の変化</translation>
    </message>
    <message>
        <source>Both answers are empty.</source>
        <translation>どちらの回答も空です。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kagura::EntryFacts</name>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>eval, keep</source>
        <translation>eval, keep</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What this answer is good for</source>
        <translation>この回答の使い道</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>入力トークン</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>出力トークン</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>うち思考</translation>
    </message>
    <message>
        <source>From prompt cache</source>
        <translation>プロンプトキャッシュから</translation>
    </message>
    <message>
        <source>Cost of the answer</source>
        <translation>回答の費用</translation>
    </message>
    <message>
        <source>Saved so far</source>
        <translation>これまでの節約</translation>
    </message>
    <message>
        <source>First text after</source>
        <translation>最初の文字まで</translation>
    </message>
    <message>
        <source>Whole after</source>
        <translation>全体で</translation>
    </message>
    <message>
        <source>Ended with</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>答えたモデル</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>the provider&apos;s own</source>
        <translation>プロバイダーの既定</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>API の形式</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>ディスク上のサイズ</translation>
    </message>
</context>
<context>
    <name>kagura::EraseDesk</name>
    <message>
        <source>nothing was erased</source>
        <translation>何も消去されませんでした</translation>
    </message>
    <message>
        <source>cached answers and backups still have it</source>
        <translation>キャッシュの回答とバックアップにはまだあります</translation>
    </message>
    <message>
        <source>backups still have it</source>
        <translation>バックアップにはまだあります</translation>
    </message>
    <message>
        <source>Erased “%1”: %2 messages, %3 cached answers; %4 older backups were replaced by a fresh one.</source>
        <translation>「%1」を消去しました: メッセージ %2 件、キャッシュの回答 %3 件。以前のバックアップ %4 件を新しいものに置き換えました。</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>%1 could not be erased everywhere (%2): %3</source>
        <translation>%1 を完全には消去できませんでした (%2): %3</translation>
    </message>
</context>
<context>
    <name>kagura::EraseDialog</name>
    <message>
        <source>Erase for good?</source>
        <translation>完全に消去しますか？</translation>
    </message>
    <message>
        <source>This erases every version of its messages, its files and its draft, the answers that the cache keeps of it, and all backups on this computer: a fresh one takes their place. It cannot be undone.</source>
        <translation>メッセージのすべての版、ファイル、下書き、キャッシュにある回答、このコンピューターのすべてのバックアップを消去し、新しいバックアップに置き換えます。元に戻せません。</translation>
    </message>
    <message>
        <source>Files that you exported, and what providers keep, are not touched.</source>
        <translation>エクスポートしたファイルと、プロバイダーが保管するものはそのままです。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>kagura::FailureText</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>別のモデルを選ぶ</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>サーバーが時間内に答えませんでした。</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>接続できませんでした。</translation>
    </message>
    <message>
        <source>The provider did not accept the key.</source>
        <translation>プロバイダーがキーを受け付けませんでした。</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>接続…</translation>
    </message>
    <message>
        <source>Too many requests for now. The provider asks to wait %1.</source>
        <translation>今はリクエストが多すぎます。プロバイダーは %1 待つよう求めています。</translation>
    </message>
    <message>
        <source>Too many requests for now.</source>
        <translation>今はリクエストが多すぎます。</translation>
    </message>
    <message>
        <source>The account has no credit left, or its limit is reached.</source>
        <translation>アカウントの残高がないか、上限に達しています。</translation>
    </message>
    <message>
        <source>The provider has no room at the moment.</source>
        <translation>プロバイダーは現在混み合っています。</translation>
    </message>
    <message>
        <source>The provider&apos;s server failed.</source>
        <translation>プロバイダーのサーバーでエラーが起きました。</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation>プロバイダーがリクエストを拒否しました。</translation>
    </message>
    <message>
        <source>The conversation is longer than this model can read.</source>
        <translation>会話が、このモデルの読める長さを超えています。</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>The provider refuses this content.</source>
        <translation>プロバイダーがこの内容を拒否しています。</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>回答が途中で切れました。</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read.</source>
        <translation>サーバーの回答を読み取れませんでした。</translation>
    </message>
    <message>
        <source>This could not be saved.</source>
        <translation>保存できませんでした。</translation>
    </message>
    <message>
        <source>Kagura could not make this call.</source>
        <translation>Kagura はこの呼び出しを行えませんでした。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
</context>
<context>
    <name>kagura::FeedModel</name>
    <message>
        <source>● hit</source>
        <translation>● ヒット</translation>
    </message>
    <message>
        <source>○ miss</source>
        <translation>○ ミス</translation>
    </message>
    <message>
        <source>→ not asked</source>
        <translation>→ 照会なし</translation>
    </message>
    <message>
        <source>+ kept</source>
        <translation>+ 残した</translation>
    </message>
    <message>
        <source>× not kept</source>
        <translation>× 残さなかった</translation>
    </message>
    <message>
        <source>stale, for a provider that could not answer</source>
        <translation>古い回答（プロバイダーが答えられなかったため）</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>メモリから</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>ディスクから</translation>
    </message>
    <message>
        <source>from the shared cache</source>
        <translation>共有キャッシュから</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>節約</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>kagura::FeedPane</name>
    <message>
        <source>Open entry</source>
        <translation>項目を開く</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>表示を消す</translation>
    </message>
    <message>
        <source>What the cache did lately</source>
        <translation>キャッシュの最近の動き</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Standing still; since then: %1</source>
        <translation>停止中。その後の件数: %1</translation>
    </message>
    <message>
        <source>Every call from now on is shown here: a hit, a miss and why, and whether the answer was kept.</source>
        <translation>これからの呼び出しをすべてここに表示します。ヒット、ミスとその理由、回答を残したかどうかがわかります。</translation>
    </message>
    <message>
        <source>Choose a miss to see why it was one.</source>
        <translation>ミスを選ぶと、その理由が見られます。</translation>
    </message>
</context>
<context>
    <name>kagura::FieldForm</name>
    <message>
        <source>required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>ファイルを追加</translation>
    </message>
</context>
<context>
    <name>kagura::FileDesk</name>
    <message>
        <source>1 conversation imported</source>
        <translation>会話を 1 件インポートしました</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations imported</source>
        <translation>
            <numerusform>会話を %n 件インポートしました</numerusform>
        </translation>
    </message>
    <message>
        <source>brought up to date: %1</source>
        <translation>最新にしたもの: %1</translation>
    </message>
    <message>
        <source>already there: %1</source>
        <translation>すでにあるもの: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: %1</source>
        <translation>
            <numerusform>除いたもの %n 件: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>インポートできませんでした: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>There were no conversations in it.</source>
        <translation>会話は含まれていませんでした。</translation>
    </message>
    <message>
        <source>%1 is not written: let the name end in .md, .html, .pdf or .json.</source>
        <translation>%1 は書き出されません。名前の末尾を .md、.html、.pdf、.json のいずれかにしてください。</translation>
    </message>
    <message>
        <source>The conversation is in %1</source>
        <translation>会話を %1 に書き出しました</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations are in %1</source>
        <translation>
            <numerusform>%n 件の会話を %1 に書き出しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::FileDialogs</name>
    <message>
        <source>Import conversations</source>
        <translation>会話をインポート</translation>
    </message>
    <message>
        <source>Exports of other programs (*.zip *.json *.chat)</source>
        <translation>ほかのプログラムのエクスポート (*.zip *.json *.chat)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Export all conversations</source>
        <translation>すべての会話をエクスポート</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>この会話をエクスポート</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>ウェブページ (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON, nothing lost (*.json)</source>
        <translation>JSON、欠落なし (*.json)</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>会話一覧</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <translation>サポート用のレポートを保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n conversations</source>
        <translation>
            <numerusform>%n 件の会話を書き出す</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::FilterRow</name>
    <message>
        <source>Filter row</source>
        <translation>絞り込み行</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1、例: %2</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>kagura::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話の中を検索</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>前の一致 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>次の一致 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>一致なし</translation>
    </message>
</context>
<context>
    <name>kagura::Format</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Reached the length limit</source>
        <translation>長さの上限に達しました</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 節約</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>費用 %1</translation>
    </message>
    <message>
        <source>first text %1</source>
        <translation>最初の文字まで %1</translation>
    </message>
    <message>
        <source>cached · %1</source>
        <translation>キャッシュ · %1</translation>
    </message>
</context>
<context>
    <name>kagura::FoundPanel</name>
    <message>
        <source>Found on this computer</source>
        <translation>このコンピューターで見つかったもの</translation>
    </message>
    <message>
        <source>The Guide has no language model: it answers questions about Kagura from the manual, and nothing leaves this computer.</source>
        <translation>ガイドは言語モデルではありません。Kagura についての質問にマニュアルから答え、このコンピューターの外には何も送りません。</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>モデルに接続</translation>
    </message>
    <message>
        <source>in your environment</source>
        <translation>環境変数にあります</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 にあります</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>Paste a key…</source>
        <translation>キーを貼り付け…</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>キーを貼り付け</translation>
    </message>
</context>
<context>
    <name>kagura::InspectorController</name>
    <message>
        <source>Copied, without the key</source>
        <translation>キーを除いてコピーしました</translation>
    </message>
    <message>
        <source>There is no answer to inspect yet.</source>
        <translation>調べる回答がまだありません。</translation>
    </message>
    <message>
        <source>The request of this answer is not known any more.</source>
        <translation>この回答のリクエストはもうわかりません。</translation>
    </message>
</context>
<context>
    <name>kagura::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>インスペクターを閉じる</translation>
    </message>
    <message>
        <source>Close the inspector (Esc)</source>
        <translation>インスペクターを閉じる (Esc)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl としてコピー</translation>
    </message>
    <message>
        <source>Copies the call as a command; it takes the key from a variable</source>
        <translation>呼び出しをコマンドとしてコピーします。キーは変数から読みます</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1 へ移動</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <source>secrets redacted</source>
        <translation>秘密は伏せています</translation>
    </message>
    <message>
        <source>still arriving</source>
        <translation>受信中</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>miss</source>
        <translation>ミス</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>照会なし</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionFields</name>
    <message>
        <source>Temperature is a number from 0 to 2.</source>
        <translation>温度は 0 から 2 までの数です。</translation>
    </message>
    <message>
        <source>Top p is a number from 0 to 1.</source>
        <translation>Top p は 0 から 1 までの数です。</translation>
    </message>
    <message>
        <source>The longest answer is a whole number of tokens, above 0.</source>
        <translation>回答の上限は 1 以上のトークン数(整数)です。</translation>
    </message>
    <message>
        <source>The seed is a whole number.</source>
        <translation>シードは整数です。</translation>
    </message>
    <message>
        <source>At most 16 texts can end an answer.</source>
        <translation>回答を終わらせる文字列は 16 個までです。</translation>
    </message>
    <message>
        <source>system text</source>
        <translation>システムテキスト</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>no reasoning</source>
        <translation>思考なし</translation>
    </message>
    <message>
        <source>low reasoning</source>
        <translation>思考 少</translation>
    </message>
    <message>
        <source>medium reasoning</source>
        <translation>思考 中</translation>
    </message>
    <message>
        <source>high reasoning</source>
        <translation>思考 多</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>最大 %1 トークン</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>top p %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>シード %1</translation>
    </message>
    <message>
        <source>stop texts</source>
        <translation>停止文字列</translation>
    </message>
    <message>
        <source>no cache</source>
        <translation>キャッシュなし</translation>
    </message>
    <message>
        <source>asks anew</source>
        <translation>毎回問い合わせ</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 件</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsButton</name>
    <message>
        <source>Instructions</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>Instructions: none</source>
        <translation>指示:なし</translation>
    </message>
    <message>
        <source>Instructions: %1</source>
        <translation>指示:%1</translation>
    </message>
    <message>
        <source>System text and parameters of this conversation (Ctrl+I)</source>
        <translation>この会話のシステムテキストとパラメーター(Ctrl+I)</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsController</name>
    <message>
        <source>Deleted the preset “%1”</source>
        <translation>プリセット「%1」を削除しました</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsPanel</name>
    <message>
        <source>Instructions of this conversation</source>
        <translation>この会話の指示</translation>
    </message>
    <message>
        <source>Choose one, or name these</source>
        <translation>選ぶか、これに名前を付ける</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as a preset of that name</source>
        <translation>この名前のプリセットとして保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>プリセットを削除</translation>
    </message>
    <message>
        <source>New conversations begin with it</source>
        <translation>新しい会話をこれで始める</translation>
    </message>
    <message>
        <source>New conversations begin with this preset</source>
        <translation>新しい会話をこのプリセットで始める</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Who the model is to be, and how it is to answer</source>
        <translation>モデルの役割と答え方</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>システムテキスト</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>回答の上限</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>回答の上限(トークン数)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>少</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>全体と同じ</translation>
    </message>
    <message>
        <source>Always ask anew</source>
        <translation>常に問い合わせる</translation>
    </message>
    <message>
        <source>Neither read nor kept</source>
        <translation>読まず、残さない</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Texts before which an answer ends, one a line</source>
        <translation>この直前で回答を終える文字列(1 行に 1 つ)</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止位置</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて消去</translation>
    </message>
    <message>
        <source>Clear all instructions</source>
        <translation>指示をすべて消去</translation>
    </message>
</context>
<context>
    <name>kagura::KeyStrip</name>
    <message>
        <source>%1: %2, also in %3 of the latest %4 entries</source>
        <translation>%1: %2、最近の %4 項目のうち %3 項目と共通</translation>
    </message>
    <message>
        <source>%1: %2, in no other entry</source>
        <translation>%1: %2、ほかの項目にはなし</translation>
    </message>
    <message>
        <source>and</source>
        <translation>ほか</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>kagura::LanguageSwitch</name>
    <message>
        <source>The language changes at the next start: keys of this session would be forgotten now.</source>
        <translation>言語は次の起動時に切り替わります。今切り替えると、このセッションのキーが失われます。</translation>
    </message>
    <message>
        <source>The language changes as soon as the answers under way are complete.</source>
        <translation>言語は、進行中の回答が終わりしだい切り替わります。</translation>
    </message>
</context>
<context>
    <name>kagura::LaunchDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes: %1

No: %2</source>
        <translation>はい: %1

いいえ: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>ファイルを読めません: %1</translation>
    </message>
    <message>
        <source>There is no such workflow any more.</source>
        <translation>そのワークフローはもうありません。</translation>
    </message>
    <message>
        <source>%1 is not connected. Choose another model, or connect it in the settings.</source>
        <translation>%1 は接続されていません。別のモデルを選ぶか、設定で接続してください。</translation>
    </message>
    <message>
        <source>asks you to decide</source>
        <translation>判断を求めます</translation>
    </message>
    <message>
        <source>asks before it uses a tool</source>
        <translation>ツールを使う前に尋ねます</translation>
    </message>
</context>
<context>
    <name>kagura::LaunchDialog</name>
    <message>
        <source>New run</source>
        <translation>新しい実行</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>ワークフロー</translation>
    </message>
    <message>
        <source>Open a workflow file…</source>
        <translation>ワークフローファイルを開く…</translation>
    </message>
    <message>
        <source>What the workflow takes</source>
        <translation>ワークフローへの入力</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Budget in dollars, stops new calls at this sum</source>
        <translation>予算（ドル）。この額で新しい呼び出しを止めます</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>同時の呼び出し</translation>
    </message>
    <message>
        <source>Use cached answers where the input is the same</source>
        <translation>入力が同じならキャッシュの回答を使う</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Folder that tools may read</source>
        <translation>ツールが読んでよいフォルダー</translation>
    </message>
    <message>
        <source>Budget in $, stops new calls at this sum</source>
        <translation>予算（$）。この額で新しい呼び出しを止めます</translation>
    </message>
    <message>
        <source>Are several agents worth it?</source>
        <translation>複数のエージェントを使う価値はありますか？</translation>
    </message>
    <message>
        <source>Ranges come from the limits in the file and the size of what goes in. The run stops at the budget, not at the estimate.</source>
        <translation>範囲はファイルの上限と入力の大きさから求めています。実行は見積もりではなく予算で止まります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>実行を開始</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>As the workflow says: %1</source>
        <translation>ワークフローの指定どおり: %1</translation>
    </message>
    <message>
        <source>As the workflow says</source>
        <translation>ワークフローの指定どおり</translation>
    </message>
    <message>
        <source>Choose a workflow first.</source>
        <translation>まずワークフローを選んでください。</translation>
    </message>
    <message>
        <source>Budget: an amount of dollars is needed</source>
        <translation>予算: ドルの金額が必要です</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>計画中…</translation>
    </message>
    <message>
        <source>Dry run updated just now</source>
        <translation>試行の結果を更新しました</translation>
    </message>
    <message>
        <source>Open a workflow file</source>
        <translation>ワークフローファイルを開く</translation>
    </message>
    <message>
        <source>Workflows (*.kagura.json *.json)</source>
        <translation>ワークフロー (*.kagura.json *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Calls at once: a number from 1 to %1 is needed</source>
        <translation>同時呼び出し数: 1 から %1 までの数が必要です</translation>
    </message>
</context>
<context>
    <name>kagura::LedgerController</name>
    <message>
        <source>Today: %1
This month: %2</source>
        <translation>今日:%1
今月:%2</translation>
    </message>
</context>
<context>
    <name>kagura::LibraryDesk</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み込めません:%2</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>読み込まれませんでした:%1</translation>
    </message>
    <message>
        <source>1 prompt imported</source>
        <translation>1 件のプロンプトを読み込みました</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts imported</source>
        <translation>
            <numerusform>%n 件のプロンプトを読み込みました</numerusform>
        </translation>
    </message>
    <message>
        <source>The prompt is in %1</source>
        <translation>プロンプトは %1 にあります</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts are in %1</source>
        <translation>
            <numerusform>%n 件のプロンプトは %1 にあります</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません:%2</translation>
    </message>
</context>
<context>
    <name>kagura::LinkDialog</name>
    <message>
        <source>Open this link?</source>
        <translation>このリンクを開きますか？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>The name before the @ is not the site: it leads to %1.</source>
        <translation>@ の前の名前はサイト名ではありません。行き先は %1 です。</translation>
    </message>
    <message>
        <source>The name has letters from other alphabets: %1</source>
        <translation>名前にほかの文字体系の文字が含まれています: %1</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>接続は暗号化されていません。</translation>
    </message>
</context>
<context>
    <name>kagura::ListController</name>
    <message>
        <source>Deleted “%1”</source>
        <translation>「%1」を削除しました</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n conversations</source>
        <translation>
            <numerusform>%n 件の会話を削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Deleted the folder “%1”</source>
        <translation>フォルダー「%1」を削除しました</translation>
    </message>
    <message>
        <source>Moved out of its folder</source>
        <translation>フォルダーから出しました</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversations out of their folder</source>
        <translation>
            <numerusform>%n 件の会話をフォルダーから出しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to “%1”</source>
        <translation>「%1」に移動しました</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversations to “%1”</source>
        <translation>
            <numerusform>%n 件の会話を「%1」に移動しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::MainWindow</name>
    <message>
        <source>What needs attention</source>
        <translation>注意が必要なこと</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>1 call in flight</source>
        <translation>呼び出し 1 件が進行中</translation>
    </message>
    <message numerus="yes">
        <source>%n calls in flight</source>
        <translation>
            <numerusform>呼び出し %n 件が進行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache </source>
        <translation>キャッシュ </translation>
    </message>
    <message>
        <source>Today: spent </source>
        <translation>今日の費用: </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>1 answer wanted</source>
        <translation>回答待ち 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n answers wanted</source>
        <translation>
            <numerusform>回答待ち %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::MarkdownInline</name>
    <message>
        <source>Image: %1</source>
        <translation>画像: %1</translation>
    </message>
</context>
<context>
    <name>kagura::MessageAccessible</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>is answering</source>
        <translation>が回答中</translation>
    </message>
</context>
<context>
    <name>kagura::MessageLayout</name>
    <message>
        <source>Thought for %1</source>
        <translation>%1 考えました</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>考えています…</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>考えました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>作り直す</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>次の版</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Show the entry of the cache: %1</source>
        <translation>キャッシュの項目を表示: %1</translation>
    </message>
</context>
<context>
    <name>kagura::MissCard</name>
    <message>
        <source>Why did this miss?</source>
        <translation>なぜミスになったのですか？</translation>
    </message>
    <message>
        <source>In what they differ</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Open nearest entry</source>
        <translation>最も近い項目を開く</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1 件</translation>
    </message>
</context>
<context>
    <name>kagura::MissWords</name>
    <message>
        <source>another endpoint or account</source>
        <translation>別のエンドポイントまたはアカウント</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>別のモデル</translation>
    </message>
    <message>
        <source>another space</source>
        <translation>別の名前空間</translation>
    </message>
    <message>
        <source>system prompt changed</source>
        <translation>システムプロンプトの変更</translation>
    </message>
    <message>
        <source>tools changed</source>
        <translation>ツールの変更</translation>
    </message>
    <message>
        <source>parameter changed: %1</source>
        <translation>パラメーターの変更: %1</translation>
    </message>
    <message>
        <source>another sample</source>
        <translation>別のサンプル</translation>
    </message>
    <message>
        <source>messages differ from number %1 on</source>
        <translation>メッセージ %1 以降が違う</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>初めて</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>made stale</source>
        <translation>古いものにした</translation>
    </message>
    <message>
        <source>invalidated</source>
        <translation>無効にした</translation>
    </message>
    <message>
        <source>made room for others</source>
        <translation>ほかに場所を譲った</translation>
    </message>
    <message>
        <source>damaged on disk</source>
        <translation>ディスク上で破損</translation>
    </message>
    <message>
        <source>the disk could not be read</source>
        <translation>ディスクを読めない</translation>
    </message>
    <message>
        <source>the disk took too long</source>
        <translation>ディスクが遅すぎる</translation>
    </message>
    <message>
        <source>the cache is off</source>
        <translation>キャッシュがオフ</translation>
    </message>
    <message>
        <source>the request has tools</source>
        <translation>リクエストにツールがある</translation>
    </message>
    <message>
        <source>not for this temperature</source>
        <translation>この温度では使わない</translation>
    </message>
    <message>
        <source>the request has no key</source>
        <translation>リクエストにキーがない</translation>
    </message>
    <message>
        <source>asked anew on purpose</source>
        <translation>意図した問い合わせ直し</translation>
    </message>
    <message>
        <source>nothing is to be kept</source>
        <translation>残さない設定</translation>
    </message>
    <message>
        <source>the answer failed</source>
        <translation>回答の失敗</translation>
    </message>
    <message>
        <source>the answer broke off</source>
        <translation>回答が途中で切れた</translation>
    </message>
    <message>
        <source>cut at the length limit</source>
        <translation>長さの上限で切れた</translation>
    </message>
    <message>
        <source>stopped by a filter</source>
        <translation>フィルターによる停止</translation>
    </message>
    <message>
        <source>a refusal</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>an unknown end</source>
        <translation>不明な終わり方</translation>
    </message>
    <message>
        <source>the answer calls tools</source>
        <translation>回答がツールを呼び出す</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>空の回答</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>大きすぎる</translation>
    </message>
    <message>
        <source>not of the shape asked for</source>
        <translation>求めた形と違う</translation>
    </message>
    <message>
        <source>shared a call under way</source>
        <translation>進行中の呼び出しに相乗り</translation>
    </message>
    <message>
        <source>invalidated meanwhile</source>
        <translation>その間に無効にした</translation>
    </message>
    <message>
        <source>too much waits for the disk</source>
        <translation>ディスク待ちが多すぎる</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>ディスクの失敗</translation>
    </message>
    <message>
        <source>It was kept, until “%1” was invalidated.</source>
        <translation>「%1」が無効にされるまで残っていました。</translation>
    </message>
    <message>
        <source>It was kept once: %1.</source>
        <translation>以前は残っていました: %1。</translation>
    </message>
    <message>
        <source>Nothing like it was kept: the question was new.</source>
        <translation>似たものは残っていませんでした。新しい質問です。</translation>
    </message>
    <message>
        <source>The nearest entry differs only in what its key alone tells.</source>
        <translation>最も近い項目との違いは、キーにしか現れません。</translation>
    </message>
    <message>
        <source>Against the nearest entry: %1.</source>
        <translation>最も近い項目との違い: %1。</translation>
    </message>
</context>
<context>
    <name>kagura::ModelListModel</name>
    <message>
        <source>No model has that in its name.</source>
        <translation>その名前のモデルはありません。</translation>
    </message>
</context>
<context>
    <name>kagura::ModelPicker</name>
    <message>
        <source>Choose the model (Ctrl+M)</source>
        <translation>モデルを選ぶ (Ctrl+M)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>モデルを絞り込む</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>モデルに接続…</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>モデルに接続</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>モデル: %1</translation>
    </message>
</context>
<context>
    <name>kagura::ModelTableModel</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>In, $ per M</source>
        <translation>入力、$/100 万</translation>
    </message>
    <message>
        <source>Out, $ per M</source>
        <translation>出力、$/100 万</translation>
    </message>
    <message>
        <source>Cached in</source>
        <translation>キャッシュ入力</translation>
    </message>
</context>
<context>
    <name>kagura::OperationModel</name>
    <message>
        <source>Made stale</source>
        <translation>古いものにした</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>ごみ箱に移した</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>元に戻した</translation>
    </message>
    <message>
        <source>can be undone for %1</source>
        <translation>あと %1 は元に戻せます</translation>
    </message>
    <message>
        <source>final</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>行ったこと</translation>
    </message>
    <message>
        <source>To which entries</source>
        <translation>対象の項目</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>To regenerate</source>
        <translation>作り直しの費用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>kagura::OperationsPane</name>
    <message>
        <source>Undo this</source>
        <translation>これを元に戻す</translation>
    </message>
    <message>
        <source>What was done to the cache</source>
        <translation>キャッシュに行ったこと</translation>
    </message>
    <message>
        <source>Nothing was invalidated yet. Each invalidation is written down here, and can be undone for ten minutes.</source>
        <translation>まだ何も無効にしていません。無効にするたびにここに記録され、10 分間は元に戻せます。</translation>
    </message>
    <message>
        <source>Undoing brings back what no newer answer has replaced.</source>
        <translation>元に戻すと、より新しい回答に置き換えられていないものが戻ります。</translation>
    </message>
</context>
<context>
    <name>kagura::OutgrownDialog</name>
    <message>
        <source>More than the model can read</source>
        <translation>モデルが読める量を超えています</translation>
    </message>
    <message>
        <source>This conversation has about %1 tokens, and %2 reads %3 with its answer. Nothing is left out unless you say so.</source>
        <translation>この会話は約 %1 トークンあり、%2 は回答を含めて %3 まで読みます。あなたが指示しない限り、何も省きません。</translation>
    </message>
    <message>
        <source>Send everything</source>
        <translation>すべて送る</translation>
    </message>
    <message>
        <source>The last message alone is too long. Make it shorter, or choose a model that reads more.</source>
        <translation>最後のメッセージだけで長すぎます。短くするか、より多く読めるモデルを選んでください。</translation>
    </message>
    <message>
        <source>Without these oldest messages it is about %1 tokens. They stay in the conversation:</source>
        <translation>次の最も古いメッセージを除くと約 %1 トークンです。会話には残ります:</translation>
    </message>
    <message>
        <source>Messages that would be left out</source>
        <translation>省かれるメッセージ</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>あなた: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答: %1</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n message(s)</source>
        <translation>
            <numerusform>%n 件のメッセージを省く</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::PasteOffer</name>
    <message>
        <source>Long paste</source>
        <translation>長い貼り付け</translation>
    </message>
    <message>
        <source>Attach as text file</source>
        <translation>テキストファイルとして添付</translation>
    </message>
    <message>
        <source>Attach the pasted text as a text file</source>
        <translation>貼り付けたテキストをテキストファイルとして添付</translation>
    </message>
    <message>
        <source>Keep as text</source>
        <translation>テキストのままにする</translation>
    </message>
    <message>
        <source>Keep the pasted text in the message</source>
        <translation>貼り付けたテキストをメッセージに残す</translation>
    </message>
    <message>
        <source>%1 lines were pasted</source>
        <translation>%1 行が貼り付けられました</translation>
    </message>
    <message>
        <source>A long text was pasted</source>
        <translation>長いテキストが貼り付けられました</translation>
    </message>
</context>
<context>
    <name>kagura::PlanCard</name>
    <message>
        <source>Dry run</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>no network used</source>
        <translation>ネットワークは使っていません</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>予算 %1</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>予算なし</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Predicted cache hits</source>
        <translation>予想されるキャッシュヒット</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>入力トークン</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>出力トークン</translation>
    </message>
    <message>
        <source>Approvals that will ask</source>
        <translation>尋ねられる承認</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>呼び出し %1 件</translation>
    </message>
</context>
<context>
    <name>kagura::PromptForm</name>
    <message>
        <source>Insert</source>
        <translation>挿入</translation>
    </message>
    <message>
        <source>Insert the prompt</source>
        <translation>プロンプトを挿入</translation>
    </message>
    <message>
        <source>Fill in the prompt %1</source>
        <translation>プロンプト %1 に記入</translation>
    </message>
</context>
<context>
    <name>kagura::PromptLibrary</name>
    <message>
        <source>Prompt library</source>
        <translation>プロンプト集</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the prompt</source>
        <translation>プロンプトの名前</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>本文(&amp;T)</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>プロンプトの本文</translation>
    </message>
    <message>
        <source>What stands in double braces, as {{language}}, is asked for when the prompt is used. Type / in a message to find it.</source>
        <translation>{{language}} のように二重の波かっこで囲んだ部分は、使うときに入力を求めます。メッセージに / と入力すると見つかります。</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>新しいプロンプト</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo: deleted “%1”</source>
        <translation>元に戻す:「%1」の削除</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>プロンプトを読み込む</translation>
    </message>
    <message>
        <source>Prompts (*.json *.md)</source>
        <translation>プロンプト (*.json *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>すべてのプロンプトを書き出す</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>prompts</translation>
    </message>
</context>
<context>
    <name>kagura::PromptPicker</name>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>プロンプト集…</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>プロンプト集</translation>
    </message>
    <message>
        <source>There are no prompts yet. Keep texts that you use again in the library, with {{places}} to fill in.</source>
        <translation>プロンプトはまだありません。繰り返し使う文章を、記入する{{場所}}とともにここに保存できます。</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderDesk</name>
    <message>
        <source>Waiting for the keyring. It may be asking for its password.</source>
        <translation>キーリングを待っています。パスワードを尋ねているかもしれません。</translation>
    </message>
    <message>
        <source>There is no keychain here, so the key is kept for this session only.</source>
        <translation>ここにはキーチェーンがないため、キーはこのセッションの間だけ保管されます。</translation>
    </message>
    <message>
        <source>The key is in the keychain.</source>
        <translation>キーはキーチェーンにあります。</translation>
    </message>
    <message>
        <source>in the keychain of this computer</source>
        <translation>このコンピューターのキーチェーンに</translation>
    </message>
    <message>
        <source>until Kagura is closed; there is no keychain here</source>
        <translation>Kagura を終了するまで（ここにはキーチェーンがありません）</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>Guide · offline</source>
        <translation>ガイド · オフライン</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderFields</name>
    <message>
        <source>Whole seconds, or empty for no limit.</source>
        <translation>秒数を整数で。空欄なら制限なし。</translation>
    </message>
    <message>
        <source>A whole number, or empty for no limit.</source>
        <translation>整数で。空欄なら制限なし。</translation>
    </message>
    <message>
        <source>An address like https://llm.example/v1 is needed.</source>
        <translation>https://llm.example/v1 のようなアドレスが必要です。</translation>
    </message>
    <message>
        <source>A proxy is like http://proxy.example:3128 or socks5://host:1080.</source>
        <translation>プロキシは http://proxy.example:3128 や socks5://host:1080 のように書きます。</translation>
    </message>
    <message>
        <source>A password would be stored as plain text; leave it out.</source>
        <translation>パスワードは平文で保存されてしまいます。書かないでください。</translation>
    </message>
    <message>
        <source>The whole path of a PEM file is needed.</source>
        <translation>PEM ファイルの完全なパスが必要です。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1000.</source>
        <translation>1 から 1000 までの整数。</translation>
    </message>
    <message>
        <source>A header is a line like “X-Team: blue”.</source>
        <translation>ヘッダーは「X-Team: blue」のような行です。</translation>
    </message>
    <message>
        <source>Keys do not belong here, they would be stored as plain text. Use Replace… above.</source>
        <translation>キーはここに書かないでください。平文で保存されてしまいます。上の「置き換え…」を使ってください。</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderForm</name>
    <message>
        <source>Asking for the list of models…</source>
        <translation>モデルの一覧を問い合わせています…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>ベース URL</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>置き換え…</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>キーを置き換える</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>接続をテスト</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>システムと同じ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>A PEM file beside the system&apos;s authorities</source>
        <translation>システムの認証局に加えて使う PEM ファイル</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>認証局</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose a file of authorities</source>
        <translation>認証局のファイルを選ぶ</translation>
    </message>
    <message>
        <source>X-Team: blue</source>
        <translation>X-Team: blue</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>First byte, s</source>
        <translation>最初のバイト、秒</translation>
    </message>
    <message>
        <source>Silence, s</source>
        <translation>無音、秒</translation>
    </message>
    <message>
        <source>Whole call, s</source>
        <translation>呼び出し全体、秒</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>同時の呼び出し</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>1 分あたりのリクエスト</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>1 分あたりのトークン</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>一覧を更新</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Sign in with %1…</source>
        <translation>%1 でサインイン…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>モデル 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>not listed yet</source>
        <translation>一覧は未取得</translation>
    </message>
    <message>
        <source>Calls go to %1</source>
        <translation>呼び出し先: %1</translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation>認証局の証明書</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>証明書 (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>kagura::ProvidersPane</name>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>No provider is connected. The Guide answers without one.</source>
        <translation>接続されたプロバイダーはありません。ガイドはなくても答えます。</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>モデルに接続…</translation>
    </message>
    <message>
        <source>Changes apply at once. Calls already in flight keep their old settings.</source>
        <translation>変更はすぐに反映されます。進行中の呼び出しは元の設定のままです。</translation>
    </message>
    <message>
        <source>Undo last change</source>
        <translation>最後の変更を元に戻す</translation>
    </message>
</context>
<context>
    <name>kagura::QueryEdit</name>
    <message>
        <source>What could come next</source>
        <translation>次の候補</translation>
    </message>
</context>
<context>
    <name>kagura::QueryField</name>
    <message>
        <source>Query</source>
        <translation>検索条件</translation>
    </message>
    <message>
        <source>Which entries are shown, by fields such as model, agent, age, hits, size and tag, or by words of request and answer</source>
        <translation>表示する項目。model、agent、age、hits、size、tag などの項目名や、質問と回答の言葉で絞り込みます</translation>
    </message>
    <message>
        <source>model:gpt-4o*  age:&gt;7d  hits:0  tag:eval  &quot;exact phrase&quot;</source>
        <translation>model:gpt-4o*  age:&gt;7d  hits:0  tag:eval  &quot;完全な語句&quot;</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Clear the query (Esc)</source>
        <translation>条件を消す (Esc)</translation>
    </message>
</context>
<context>
    <name>kagura::QuestionCard</name>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>実行された</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>もう一度実行</translation>
    </message>
    <message>
        <source>Let it fail</source>
        <translation>失敗とする</translation>
    </message>
    <message>
        <source>A question of the run: %1</source>
        <translation>実行からの質問: %1</translation>
    </message>
    <message>
        <source>asked %1 ago</source>
        <translation>%1 前に質問</translation>
    </message>
</context>
<context>
    <name>kagura::ReportDesk</name>
    <message>
        <source>The report is in %1. Read it before you send it.</source>
        <translation>レポートを %1 に保存しました。送る前にお読みください。</translation>
    </message>
    <message>
        <source>Looking at everything, for the report…</source>
        <translation>レポートのためにすべてを確認しています…</translation>
    </message>
</context>
<context>
    <name>kagura::RunChip</name>
    <message>
        <source>Show only: %1 %2</source>
        <translation>これだけ表示: %1 %2</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>これらだけ表示</translation>
    </message>
</context>
<context>
    <name>kagura::RunController</name>
    <message numerus="yes">
        <source>%n runs were interrupted.</source>
        <translation>
            <numerusform>%n 件の実行が中断されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>A run asks: %1</source>
        <translation>実行が尋ねています: %1</translation>
    </message>
    <message>
        <source>There is no other run to compare with yet.</source>
        <translation>比較できるほかの実行はまだありません。</translation>
    </message>
    <message>
        <source>Raise the budget</source>
        <translation>予算を増やす</translation>
    </message>
    <message>
        <source>New calls stop at this sum, in dollars:</source>
        <translation>新しい呼び出しはこの額（ドル）で止まります:</translation>
    </message>
    <message>
        <source>Export the results of the run</source>
        <translation>実行の結果をエクスポート</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>ウェブページ (*.html)</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>実行を破棄</translation>
    </message>
    <message>
        <source>%1 and everything it has answered will be removed. This cannot be taken back.</source>
        <translation>%1 とその回答がすべて取り除かれます。元に戻せません。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>A run was interrupted.</source>
        <translation>実行が中断されました。</translation>
    </message>
</context>
<context>
    <name>kagura::RunDesk</name>
    <message>
        <source>%1: %2 of %3 nodes are done.</source>
        <translation>%1: %3 中 %2 個のノードが完了。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>ファイルに書き込めません: %1</translation>
    </message>
    <message>
        <source>The results are in %1</source>
        <translation>結果を %1 に書き出しました</translation>
    </message>
</context>
<context>
    <name>kagura::RunFigures</name>
    <message>
        <source>Figures of the run</source>
        <translation>実行の数値</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>of %1 finished</source>
        <translation>%1 中の完了</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>in, %1 out</source>
        <translation>入力、出力 %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>of %1 budget</source>
        <translation>予算 %1 のうち</translation>
    </message>
    <message>
        <source>Saved by cache</source>
        <translation>キャッシュによる節約</translation>
    </message>
    <message numerus="yes">
        <source>%n cached</source>
        <translation>
            <numerusform>キャッシュ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>枠</translation>
    </message>
    <message>
        <source>of %1 in use</source>
        <translation>%1 中の使用</translation>
    </message>
</context>
<context>
    <name>kagura::RunHead</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Raise budget…</source>
        <translation>予算を増やす…</translation>
    </message>
    <message>
        <source>Rerun</source>
        <translation>再実行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
</context>
<context>
    <name>kagura::RunHistory</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>実行を絞り込む</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新しい実行</translation>
    </message>
    <message>
        <source>New run (Ctrl+Shift+R)</source>
        <translation>新しい実行 (Ctrl+Shift+R)</translation>
    </message>
</context>
<context>
    <name>kagura::RunHistoryModel</name>
    <message>
        <source>%1, %2, %3 of %4 nodes, %5</source>
        <translation>%1、%2、%4 中 %3 ノード、%5</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>kagura::RunInspector</name>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>What is known of the node</source>
        <translation>ノードについてわかっていること</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>生データ</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>追従中</translation>
    </message>
    <message>
        <source>Cancel node</source>
        <translation>ノードを取り消す</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>飛ばす</translation>
    </message>
    <message>
        <source>No node is chosen</source>
        <translation>ノードが選ばれていません</translation>
    </message>
    <message>
        <source>Choose one in the outline to see what it was given and what it said.</source>
        <translation>アウトラインで選ぶと、入力と出力が見られます。</translation>
    </message>
    <message numerus="yes">
        <source>%n more are waiting for an answer</source>
        <translation>
            <numerusform>ほか %n 件が回答を待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation>まだ何も届いていません。</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>ここには何もありません。</translation>
    </message>
    <message>
        <source>One more is waiting for an answer</source>
        <translation>ほかに 1 件が回答を待っています</translation>
    </message>
</context>
<context>
    <name>kagura::RunLegend</name>
    <message>
        <source>What the bars mean</source>
        <translation>棒の意味</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms</source>
        <translation>Ctrl+ホイールで拡大縮小</translation>
    </message>
</context>
<context>
    <name>kagura::RunRowPainter</name>
    <message>
        <source>calls in flight, most %1</source>
        <translation>進行中の呼び出し、最大 %1</translation>
    </message>
    <message>
        <source>%1 more items: %2</source>
        <translation>ほか %1 項目: %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
</context>
<context>
    <name>kagura::RunTree</name>
    <message>
        <source>Nodes of the run</source>
        <translation>実行のノード</translation>
    </message>
    <message>
        <source>%1 more items: %2</source>
        <translation>ほか %1 項目: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n items of %1</source>
        <translation>
            <numerusform>%1 の %n 項目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 節約</translation>
    </message>
</context>
<context>
    <name>kagura::RunWords</name>
    <message>
        <source>pending</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>あなたに質問</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>飛ばした</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>不確か</translation>
    </message>
</context>
<context>
    <name>kagura::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>A run sends work to several agents at once, shows each of them, and never pays twice for the same answer.</source>
        <translation>実行は複数のエージェントに一度に仕事を送り、それぞれを表示し、同じ回答に二度は支払いません。</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>新しい実行…</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>次の失敗</translation>
    </message>
    <message>
        <source>F in the outline</source>
        <translation>アウトラインで F</translation>
    </message>
</context>
<context>
    <name>kagura::SchemaFields</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>整数が必要です</translation>
    </message>
    <message>
        <source>a number is needed</source>
        <translation>数が必要です</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>1 行に一つ</translation>
    </message>
    <message>
        <source>one a line, %1</source>
        <translation>1 行に一つ、%1</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>this is needed</source>
        <translation>必須です</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>JSON ではありません</translation>
    </message>
</context>
<context>
    <name>kagura::SettingsController</name>
    <message>
        <source>list of %1</source>
        <translation>%1 の一覧</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>キーがありません</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>モデル 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>データとバックアップ</translation>
    </message>
    <message>
        <source>Answer cache</source>
        <translation>回答のキャッシュ</translation>
    </message>
    <message>
        <source>Shared cache</source>
        <translation>共有キャッシュ</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutBook</name>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>ページ %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Undo while writing</source>
        <translation>入力中の取り消し</translation>
    </message>
    <message>
        <source>Redo while writing</source>
        <translation>入力中のやり直し</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutModel</name>
    <message>
        <source>%1  (changed)</source>
        <translation>%1  (変更済み)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutsPane</name>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>コマンドを探す</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>コマンドまたはキーを探す</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべて元に戻す</translation>
    </message>
    <message>
        <source>Give all commands their usual keys</source>
        <translation>すべてのコマンドを標準のキーに戻す</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとそのキー</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>ここで新しいキーを押してください</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>キーを取り除く</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Give this command its usual keys</source>
        <translation>このコマンドを標準のキーに戻す</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>この文字を含むコマンドはありません。</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>%1 のキー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>%1 is always for “%2”.</source>
        <translation>%1 は常に「%2」に使われます。</translation>
    </message>
    <message>
        <source>Press other keys.</source>
        <translation>別のキーを押してください。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 は「%2」に使われています。</translation>
    </message>
    <message>
        <source>Press other keys, or take them: “%1” has none then.</source>
        <translation>別のキーを押すか、このキーを使ってください。その場合「%1」のキーはなくなります。</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>ここで使う</translation>
    </message>
    <message>
        <source>%1 alone is for typing.</source>
        <translation>%1 だけでは文字入力になります。</translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt along with it, or take a function key.</source>
        <translation>Ctrl か Alt を一緒に押すか、ファンクションキーを使ってください。</translation>
    </message>
</context>
<context>
    <name>kagura::ShownAttachment</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>lost or damaged</source>
        <translation>失われたか、壊れています</translation>
    </message>
    <message>
        <source>%1 of text</source>
        <translation>テキスト %1</translation>
    </message>
    <message>
        <source>PDF, 1 page</source>
        <translation>PDF、1 ページ</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages</source>
        <translation>
            <numerusform>PDF、%n ページ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation>%1、読み込み中</translation>
    </message>
    <message>
        <source>%1 cannot be attached: %2</source>
        <translation>%1 は添付できません: %2</translation>
    </message>
</context>
<context>
    <name>kagura::ShownNodes</name>
    <message>
        <source>waits for a slot</source>
        <translation>枠を待っています</translation>
    </message>
    <message>
        <source>waits for the model</source>
        <translation>モデルを待っています</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>failed before it</source>
        <translation>先行が失敗</translation>
    </message>
    <message>
        <source>skipped by you</source>
        <translation>あなたが飛ばしました</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>%1 秒後に再試行</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1、%2 秒</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>asks to use a tool</source>
        <translation>ツールの使用を求めています</translation>
    </message>
    <message numerus="yes">
        <source>done, %n retries</source>
        <translation>
            <numerusform>完了、再試行 %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>default value</source>
        <translation>既定値</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tries</source>
        <translation>
            <numerusform>%1、試行 %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>may have been billed</source>
        <translation>課金された可能性あり</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>from the cache, %1</source>
        <translation>キャッシュから、%1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>first text after %1</source>
        <translation>最初の文字まで %1</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>過負荷</translation>
    </message>
    <message>
        <source>network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>遅すぎる</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>サーバーエラー</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>キー拒否</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>残高なし</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>長すぎる</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>途中で切れた</translation>
    </message>
    <message>
        <source>wrong shape</source>
        <translation>形が違う</translation>
    </message>
    <message>
        <source>tool failed</source>
        <translation>ツール失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>fault of Kagura</source>
        <translation>Kagura の不具合</translation>
    </message>
    <message>
        <source>… %1 more characters; an export has them all.</source>
        <translation>… ほか %1 文字。エクスポートにはすべて含まれます。</translation>
    </message>
    <message>
        <source>round</source>
        <translation>ラウンド</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>ターン</translation>
    </message>
    <message>
        <source>item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>試行 %1</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>%1 に開始</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>#%1: %2 in, %3 out, %4 from the provider&apos;s cache, %5</source>
        <translation>#%1: 入力 %2、出力 %3、プロバイダーのキャッシュから %4、%5</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 節約</translation>
    </message>
    <message>
        <source>at %1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>fingerprint  %1</source>
        <translation>指紋  %1</translation>
    </message>
    <message>
        <source>done, 1 retry</source>
        <translation>完了、再試行 1 回</translation>
    </message>
</context>
<context>
    <name>kagura::ShownRuns</name>
    <message>
        <source>pausing</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>取り消し中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>予算超過</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>the run waits; nothing is spent</source>
        <translation>実行は待っています。費用はかかりません</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 was carried out before the program ended.</source>
        <translation>プログラムが終わる前に %1 が実行されたかどうかはわかりません。</translation>
    </message>
    <message>
        <source>May %1 be used?</source>
        <translation>%1 を使ってよいですか？</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>With</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>changes nothing</source>
        <translation>何も変えません</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>繰り返しても安全です</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation>元に戻せません</translation>
    </message>
    <message>
        <source>This run was interrupted: the program that ran it has ended.</source>
        <translation>この実行は中断されました。実行していたプログラムが終了しました。</translation>
    </message>
    <message>
        <source>The run has failed: %1</source>
        <translation>実行は失敗しました: %1</translation>
    </message>
    <message>
        <source>The budget is used up: nothing new is called.</source>
        <translation>予算を使い切りました。新しい呼び出しはしません。</translation>
    </message>
    <message>
        <source>Raise it to go on; what was answered stays.</source>
        <translation>増やすと続けられます。回答済みのものは残ります。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are done and will not be done or paid again.</source>
        <translation>%2 中 %1 個のノードは完了しており、再び実行も支払いもしません。</translation>
    </message>
    <message>
        <source>No call was under way.</source>
        <translation>進行中の呼び出しはありませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were under way and may have been billed (%1).</source>
        <translation>
            <numerusform>%n 件の呼び出しが進行中で、課金された可能性があります (%1)。</numerusform>
        </translation>
    </message>
    <message>
        <source>One call was under way and may have been billed (%1).</source>
        <translation>1 件の呼び出しが進行中で、課金された可能性があります (%1)。</translation>
    </message>
</context>
<context>
    <name>kagura::SignInController</name>
    <message>
        <source>You are signed in. The tokens are in the keychain.</source>
        <translation>サインインしました。トークンはキーチェーンにあります。</translation>
    </message>
    <message>
        <source>You are signed in until Kagura is closed: the keychain did not take the tokens.</source>
        <translation>Kagura を終了するまでサインインしています。キーチェーンはトークンを受け付けませんでした。</translation>
    </message>
    <message>
        <source>You are signed out, and the tokens are void.</source>
        <translation>サインアウトしました。トークンは無効です。</translation>
    </message>
    <message>
        <source>You are signed out here. The server could not be told: revoke the access on its own pages, too.</source>
        <translation>ここではサインアウトしました。サーバーには知らせられませんでした。サーバー側のページでもアクセスを取り消してください。</translation>
    </message>
    <message>
        <source>You are still signed in. %1</source>
        <translation>まだサインインしています。%1</translation>
    </message>
    <message>
        <source>The sign-in did not work.</source>
        <translation>サインインできませんでした。</translation>
    </message>
    <message>
        <source>Next: open the browser again and finish there.</source>
        <translation>次に: もう一度ブラウザーを開き、そこで完了してください。</translation>
    </message>
    <message>
        <source>Next: open the browser again and agree there. If you did, check the client id and its secret.</source>
        <translation>次に: もう一度ブラウザーを開き、そこで同意してください。同意済みなら、クライアント ID とシークレットを確かめてください。</translation>
    </message>
    <message>
        <source>Next: check the connection and the proxy, then try again.</source>
        <translation>次に: 接続とプロキシを確かめ、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Next: check the client id; it has to be one for desktop apps.</source>
        <translation>次に: クライアント ID を確かめてください。デスクトップアプリ用である必要があります。</translation>
    </message>
    <message>
        <source>Next: try again in a while.</source>
        <translation>次に: しばらくしてからもう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>kagura::SignInDialog</name>
    <message>
        <source>Sign in with %1</source>
        <translation>%1 でサインイン</translation>
    </message>
    <message>
        <source>Your browser opens, you agree there, and it comes back by itself. Kagura has no client id of its own: make one for desktop apps at %1 and enter it here. The manual says how.</source>
        <translation>ブラウザーが開きます。そこで同意すると、自動でここに戻ります。Kagura には独自のクライアント ID がありません。%1 でデスクトップアプリ用のものを作り、ここに入力してください。手順はマニュアルにあります。</translation>
    </message>
    <message>
        <source>If one came with the client id</source>
        <translation>クライアント ID に付いていた場合</translation>
    </message>
    <message>
        <source>It is kept in the keychain with the tokens, and nowhere else.</source>
        <translation>トークンと一緒にキーチェーンに保管され、ほかのどこにもありません。</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>クライアント ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>クライアントシークレット</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>ブラウザーを開く</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>ブラウザーを開いています…</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>ブラウザーを待っています…</translation>
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation>ブラウザーを開けませんでした。</translation>
    </message>
    <message>
        <source>Agree there, and it comes back here by itself. If no page opened, copy its address into a browser of this computer.</source>
        <translation>ブラウザーで同意すると、自動でここに戻ります。ページが開かなかった場合は、アドレスをこのコンピューターのブラウザーにコピーしてください。</translation>
    </message>
    <message>
        <source>Copy the address into a browser of this computer, and agree there.</source>
        <translation>アドレスをこのコンピューターのブラウザーにコピーし、同意してください。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>キーリングを待っています…</translation>
    </message>
    <message>
        <source>You are signed in. The keyring may be asking for its password, to keep the tokens.</source>
        <translation>サインインしました。トークンを保管するため、キーリングがパスワードを尋ねているかもしれません。</translation>
    </message>
</context>
<context>
    <name>kagura::SpendingText</name>
    <message>
        <source>over %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>費用 %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 節約</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsController</name>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>The cache may use %1 of the disk now.</source>
        <translation>キャッシュがディスクに使える量は %1 になりました。</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsPane</name>
    <message>
        <source>The cache was not asked in this time. Every answer that it gives is counted here, with what it saved.</source>
        <translation>この期間、キャッシュは使われていません。キャッシュが返した回答と節約した分がここに数えられます。</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 日</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 日</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>ヒット率</translation>
    </message>
    <message>
        <source>Money saved</source>
        <translation>節約した費用</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>節約した時間</translation>
    </message>
    <message>
        <source>Tokens saved</source>
        <translation>節約したトークン</translation>
    </message>
    <message>
        <source>Hit rate by tier</source>
        <translation>層ごとのヒット率</translation>
    </message>
    <message>
        <source>Why lookups missed</source>
        <translation>見つからなかった理由</translation>
    </message>
    <message>
        <source>By model and agent</source>
        <translation>モデルとエージェント別</translation>
    </message>
    <message>
        <source>What if the budget were…</source>
        <translation>上限を変えたら…</translation>
    </message>
    <message>
        <source>dashed: estimate</source>
        <translation>破線: 推定</translation>
    </message>
    <message>
        <source>Hit rate by budget</source>
        <translation>上限ごとのヒット率</translation>
    </message>
    <message>
        <source>What left the cache</source>
        <translation>キャッシュから消えたもの</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>すべてのエージェント</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>エージェントなし</translation>
    </message>
    <message>
        <source>The cache answered %1 of all lookups.</source>
        <translation>キャッシュは照会の %1 に答えました。</translation>
    </message>
    <message>
        <source>%1, avoidable %2</source>
        <translation>%1、避けられたもの %2</translation>
    </message>
    <message>
        <source>%1 lookups missed, of which %2 were avoidable.</source>
        <translation>%1 の照会で見つからず、うち %2 は避けられました。</translation>
    </message>
    <message>
        <source>Set budget to %1</source>
        <translation>上限を %1 にする</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsTable</name>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>ヒット率</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>照会</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>節約</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>相乗り</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>%1: not asked</source>
        <translation>%1: 照会なし</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1: %2 = %3</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>初めて</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Made stale</source>
        <translation>古いものにした</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>無効にした</translation>
    </message>
    <message>
        <source>Made room for others</source>
        <translation>ほかに場所を譲った</translation>
    </message>
    <message>
        <source>Damaged on disk</source>
        <translation>ディスク上で破損</translation>
    </message>
    <message>
        <source>Disk unreadable</source>
        <translation>ディスクを読めない</translation>
    </message>
    <message>
        <source>Disk too slow</source>
        <translation>ディスクが遅すぎる</translation>
    </message>
    <message>
        <source>Past it: cache off</source>
        <translation>素通り: キャッシュがオフ</translation>
    </message>
    <message>
        <source>Past it: tools</source>
        <translation>素通り: ツール</translation>
    </message>
    <message>
        <source>Past it: temperature</source>
        <translation>素通り: 温度</translation>
    </message>
    <message>
        <source>Past it: no key</source>
        <translation>素通り: キーなし</translation>
    </message>
    <message>
        <source>Asked anew</source>
        <translation>問い合わせ直し</translation>
    </message>
    <message>
        <source>Past it: kept never</source>
        <translation>素通り: 残さない設定</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Too little is known yet: %1 of at least %2 calls.</source>
        <translation>まだ十分にわかりません: 少なくとも %2 件の呼び出しのうち %1 件。</translation>
    </message>
    <message>
        <source>now, at %1: %2</source>
        <translation>現在、%1 で: %2</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>%1 で: %2</translation>
    </message>
    <message>
        <source>Estimated from the latest %1 calls.</source>
        <translation>直近 %1 件の呼び出しからの推定。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>%1 to %2 · %3 lookups</source>
        <translation>%1 から %2 · 照会 %3 件</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>エージェントなし</translation>
    </message>
</context>
<context>
    <name>kagura::StorageWords</name>
    <message>
        <source>Your conversations can be read, but not changed</source>
        <translation>会話は読めますが、変更できません</translation>
    </message>
    <message>
        <source>A later version of Kagura has written them. Nothing is touched here; use that version to go on. Search and export work.</source>
        <translation>より新しい Kagura が書いたものです。ここでは何も変更しません。続けるにはその版を使ってください。検索とエクスポートはできます。</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be kept</source>
        <translation>ディスクがいっぱいです。何も保存できません</translation>
    </message>
    <message>
        <source>What was kept before is safe. Make room; this goes away by itself then. Search and export to another disk work.</source>
        <translation>これまでに保存したものは安全です。空きを作ると、この表示は自動で消えます。検索と、別のディスクへのエクスポートはできます。</translation>
    </message>
    <message>
        <source>The database of conversations is damaged</source>
        <translation>会話のデータベースが壊れています</translation>
    </message>
    <message>
        <source>Another program still has it open. Close that one; then the file is set aside, not deleted, and the latest backup takes its place.</source>
        <translation>別のプログラムがまだ開いています。それを閉じると、ファイルは削除されずに取り置かれ、最新のバックアップが代わりに使われます。</translation>
    </message>
    <message>
        <source>Conversations cannot be kept</source>
        <translation>会話を保存できません</translation>
    </message>
    <message>
        <source>The database of conversations was damaged</source>
        <translation>会話のデータベースが壊れていました</translation>
    </message>
    <message>
        <source>There was no backup, so that the list begins empty.</source>
        <translation>バックアップがなかったため、一覧は空から始まります。</translation>
    </message>
    <message>
        <source>The latest backup is in its place, of %1.</source>
        <translation>%1 の最新のバックアップが代わりに使われています。</translation>
    </message>
    <message>
        <source>It was not deleted: it is kept as %1.</source>
        <translation>削除されていません。%1 として残っています。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>kagura::StreamPicture</name>
    <message>
        <source>How the answer arrived</source>
        <translation>回答の届き方</translation>
    </message>
    <message>
        <source>first text after %1, then over %2</source>
        <translation>最初の文字まで %1、その後 %2</translation>
    </message>
</context>
<context>
    <name>kagura::TeamController</name>
    <message>
        <source>That was not stored.</source>
        <translation>保存されませんでした。</translation>
    </message>
    <message>
        <source>A new key is made, and it is in the clipboard.</source>
        <translation>新しいキーを作り、クリップボードに入れました。</translation>
    </message>
    <message>
        <source>Next: hand it to the others of your team, and to nobody else. Whoever has it can read and write the shared answers.</source>
        <translation>次に: チームのほかの人だけに渡してください。これを持つ人は共有された回答を読み書きできます。</translation>
    </message>
    <message>
        <source>There is no keychain here, so it is gone when Kagura is closed. Next: keep it in a safe place, and hand it to the others of your team.</source>
        <translation>ここにはキーチェーンがないため、Kagura を終了すると失われます。次に: 安全な場所に保管し、チームのほかの人に渡してください。</translation>
    </message>
    <message>
        <source>No key in use</source>
        <translation>使用中のキーはありません</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>使用中: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Answers stay on this computer.</source>
        <translation>回答はこのコンピューターに留まります。</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>キーチェーンを待っています</translation>
    </message>
    <message>
        <source>Calls go on without the shared cache meanwhile.</source>
        <translation>その間、呼び出しは共有キャッシュなしで続きます。</translation>
    </message>
    <message>
        <source>The key of the team is missing.</source>
        <translation>チームのキーがありません。</translation>
    </message>
    <message>
        <source>Next: paste the key that the others use, or make a new one if you are the first.</source>
        <translation>次に: ほかの人が使っているキーを貼り付けるか、あなたが最初なら新しく作ってください。</translation>
    </message>
    <message>
        <source>These settings cannot be used.</source>
        <translation>この設定は使えません。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Calls to other machines ask the shared cache after this computer&apos;s own.</source>
        <translation>ほかのコンピューターへの呼び出しは、このコンピューターのキャッシュの次に共有キャッシュに尋ねます。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>サーバーが答えません。</translation>
    </message>
    <message>
        <source>%1. Calls go on without it. Next: check the address, and whether the server runs.</source>
        <translation>%1。呼び出しはサーバーなしで続きます。次に: アドレスと、サーバーが動いているか確かめてください。</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>もう一度テスト</translation>
    </message>
    <message>
        <source>The shared cache works.</source>
        <translation>共有キャッシュは使えます。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 ms away, with %n answers of this team.</source>
        <translation>
            <numerusform>%1、応答 %2 ミリ秒、このチームの回答 %n 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::TeamPane</name>
    <message>
        <source>Only where the server asks for one</source>
        <translation>サーバーが求める場合のみ</translation>
    </message>
    <message>
        <source>Shared cache</source>
        <translation>共有キャッシュ</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>A Redis or Valkey server that the machines of your team reach. While this is empty, answers stay on this computer.</source>
        <translation>チームのコンピューターから届く Redis または Valkey サーバーです。空欄の間、回答はこのコンピューターに留まります。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>Several teams may use one server; none sees the answers of another.</source>
        <translation>複数のチームが一つのサーバーを使えます。ほかのチームの回答は見えません。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Answers are encrypted here, so that the server cannot read them. The machines of a team use one key, which rests in the keychain.</source>
        <translation>回答はここで暗号化されるので、サーバーには読めません。チームのコンピューターは、キーチェーンにある一つのキーを使います。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Of the server. It rests in the keychain.</source>
        <translation>サーバーのものです。キーチェーンに保管されます。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Key of the team</source>
        <translation>チームのキー</translation>
    </message>
    <message>
        <source>Paste the team&apos;s key, then press Enter</source>
        <translation>チームのキーを貼り付けて Enter</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>Make a new key for the team</source>
        <translation>チームの新しいキーを作る</translation>
    </message>
</context>
<context>
    <name>kagura::TimeScale</name>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
</context>
<context>
    <name>kagura::ToastBar</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>kagura::ToolCards</name>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>結果なし</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Close tool call %1, %2</source>
        <translation>ツール呼び出し %1 を閉じる、%2</translation>
    </message>
    <message>
        <source>Open tool call %1, %2</source>
        <translation>ツール呼び出し %1 を開く、%2</translation>
    </message>
</context>
<context>
    <name>kagura::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy as rich text</source>
        <translation>書式付きテキストとしてコピー</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>プレーンテキストとしてコピー</translation>
    </message>
    <message>
        <source>Copy whole message</source>
        <translation>メッセージ全体をコピー</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>作り直す</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>最新のメッセージへ移動</translation>
    </message>
    <message>
        <source>Inspect the call</source>
        <translation>呼び出しを調べる</translation>
    </message>
</context>
<context>
    <name>kagura::UndoSlot</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>元に戻す (%1)</translation>
    </message>
</context>
<context>
    <name>kagura::ValueText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 トークン</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source> B</source>
        <translation> B</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source> TB</source>
        <translation> TB</translation>
    </message>
</context>
<context>
    <name>kagura::ViewChips</name>
    <message>
        <source>Saved views</source>
        <translation>保存した表示</translation>
    </message>
    <message>
        <source>+ Save view</source>
        <translation>+ 表示を保存</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>表示の名前</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>名前を入力して Enter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Old and rarely hit</source>
        <translation>古くてヒットが少ない</translation>
    </message>
    <message>
        <source>Never hit</source>
        <translation>ヒットなし</translation>
    </message>
    <message>
        <source>Expiring today</source>
        <translation>今日期限切れ</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>古い</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Over 100 KB</source>
        <translation>100 KB 超</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Everything that is kept</source>
        <translation>残されているすべて</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>この表示を取り除く</translation>
    </message>
</context>
<context>
    <name>kagura::WelcomePanel</name>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>How do I connect a provider?</source>
        <translation>プロバイダーに接続するには？</translation>
    </message>
    <message>
        <source>Where are my keys kept, and what leaves this computer?</source>
        <translation>キーはどこに保管され、何がこのコンピューターの外に出ますか？</translation>
    </message>
    <message>
        <source>How do I ask from the command line?</source>
        <translation>コマンドラインから質問するには？</translation>
    </message>
    <message>
        <source>Ask the Guide how Kagura works, or connect a model and ask anything.</source>
        <translation>Kagura の使い方をガイドに英語で尋ねるか、モデルに接続して何でも質問してください。</translation>
    </message>
    <message>
        <source>Ask anything. The Guide knows how Kagura works.</source>
        <translation>何でも質問してください。ガイドは Kagura の使い方を英語で答えます。</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>おはようございます。</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>こんにちは。</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>こんばんは。</translation>
    </message>
</context>
</TS>
