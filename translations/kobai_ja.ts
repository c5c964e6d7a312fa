<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AttackWords</name>
    <message>
        <source>Live person</source>
        <translation>生きた人</translation>
    </message>
    <message>
        <source>Matte print</source>
        <translation>つや消しの印刷</translation>
    </message>
    <message>
        <source>Glossy print</source>
        <translation>光沢のある印刷</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>スマートフォン</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>タブレット</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>ノートパソコン</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Stand in front of the camera as at the till.</source>
        <translation>レジのときと同じようにカメラの前に立ってください。</translation>
    </message>
    <message>
        <source>Hold a face printed on ordinary paper where a head would be, and move it a little.</source>
        <translation>普通紙に印刷した顔を頭の位置に掲げ、少し動かしてください。</translation>
    </message>
    <message>
        <source>Hold a face printed on photo paper where a head would be, once with and once without a reflection.</source>
        <translation>写真用紙に印刷した顔を頭の位置に掲げ、反射がある場合とない場合を試してください。</translation>
    </message>
    <message>
        <source>Show a film of a face on a phone, close to the camera.</source>
        <translation>スマートフォンで顔の動画を再生し、カメラに近づけてください。</translation>
    </message>
    <message>
        <source>Show a film of a face on a tablet, as large as life.</source>
        <translation>タブレットで顔の動画を実物大で再生してください。</translation>
    </message>
    <message>
        <source>Show a film of a face on a laptop, its frame outside the picture.</source>
        <translation>ノートパソコンで顔の動画を再生し、画面の枠が写らないようにしてください。</translation>
    </message>
    <message>
        <source>Wear a mask of paper or latex.</source>
        <translation>紙やラテックスのマスクを着けてください。</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>mother</source>
        <translation>母</translation>
    </message>
    <message>
        <source>father</source>
        <translation>父</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>祖父母</translation>
    </message>
    <message>
        <source>other guardian</source>
        <translation>その他の保護者</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>対面</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>on screen</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, relation</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 objected.</source>
        <translation>%1が反対しました。</translation>
    </message>
    <message>
        <source>%1 said yes on the screen.</source>
        <translation>%1が画面で「はい」と答えました。</translation>
    </message>
    <message>
        <source>%1 said no on the screen.</source>
        <translation>%1が画面で「いいえ」と答えました。</translation>
    </message>
    <message>
        <source>The consent was withdrawn and the face deleted.</source>
        <translation>同意が撤回され、顔を削除しました。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Confirmed by %3.</source>
        <translation>%1に連絡できません: %2。確認者: %3。</translation>
    </message>
    <message numerus="yes">
        <source>The face of %1 may not be used: %n thing(s) are missing.</source>
        <translation>
            <numerusform>%1の顔は使えません。あと%n件必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The face of %1 may be used.</source>
        <translation>%1の顔を使えます。</translation>
    </message>
    <message>
        <source>The face of %1 may be used until %2.</source>
        <translation>%1の顔を%2まで使えます。</translation>
    </message>
    <message>
        <source>Notice %1 went to %2: %3.</source>
        <comment>number, guardian, letter or e-mail or ...</comment>
        <translation>通知 第%1版を%2に伝えました（%3）。</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>書面</translation>
    </message>
    <message>
        <source>%1 withdrew the consent; the face was deleted.</source>
        <translation>%1が同意を撤回し、顔を削除しました。</translation>
    </message>
    <message>
        <source>%1 consented, but not in writing (%2): it does not count.</source>
        <comment>guardian, e-mail or telephone or ...</comment>
        <translation>%1が同意しましたが、書面ではない（%2）ため有効ではありません。</translation>
    </message>
    <message>
        <source>%1 consented in writing to notice %2, until %3.</source>
        <translation>%1が通知%2に書面で同意しました（%3まで）。</translation>
    </message>
    <message>
        <source>%1 consented in writing to notice %2.</source>
        <translation>%1が通知%2に書面で同意しました。</translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message>
        <source>details unknown</source>
        <translation>詳細不明</translation>
    </message>
    <message>
        <source>The PIN is locked after too many wrong tries. Nothing was charged. Wait a little, or look the customer up by name.</source>
        <translation>間違いが続いたため、暗証番号は一時的に使えません。請求はしていません。少し待つか、名前で探してください。</translation>
    </message>
    <message>
        <source>This PIN is wrong. Nothing was charged. Let the customer type it again.</source>
        <translation>暗証番号が違います。請求はしていません。もう一度入力してもらってください。</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is wrong. Nothing was charged. Let the customer type it again: %n try(ies) left.</source>
        <translation>
            <numerusform>暗証番号が違います。請求はしていません。もう一度入力してもらってください（あと%n回）。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no Kobai store in this folder. Nothing was changed. Choose the folder that holds store.db, or create a new store.</source>
        <translation>このフォルダーに Kobai のストアはありません。何も変更していません。store.db のあるフォルダーを選ぶか、新しいストアを作成してください。</translation>
    </message>
    <message>
        <source>Some files of this store are missing: %1. Nothing was changed. Copy the whole folder again, or restore the last backup.</source>
        <translation>ストアのファイルが足りません: %1。何も変更していません。フォルダー全体をコピーし直すか、直近のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>This folder already holds something. Nothing was overwritten. Choose an empty folder, or open the store that is there.</source>
        <translation>このフォルダーは空ではありません。何も上書きしていません。空のフォルダーを選ぶか、中のストアを開いてください。</translation>
    </message>
    <message>
        <source>These files do not belong together or were not made by Kobai. Nothing was changed. Choose another folder, or restore the last backup.</source>
        <translation>ファイルの組が合わないか、Kobai のものではありません。何も変更していません。別のフォルダーを選ぶか、直近のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>This store was written by a newer Kobai. Nothing was changed. Install the newer version, then open it again.</source>
        <translation>より新しい Kobai のストアです。何も変更していません。新しい版を入れてから開いてください。</translation>
    </message>
    <message>
        <source>The store is damaged: %1. Nothing more was written to it. Keep this folder as it is and restore the last backup.</source>
        <translation>ストアが壊れています: %1。これ以上は書き込んでいません。フォルダーをそのまま残し、直近のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>Another Kobai has this store open. Nothing was changed. Close it there, then try again.</source>
        <translation>別の Kobai がこのストアを開いています。何も変更していません。そちらを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The store&apos;s folder cannot be written. Nothing was changed. Ask for the right to write there, or choose another folder.</source>
        <translation>ストアのフォルダーに書き込めません。何も変更していません。書き込み権限を得るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of this step was saved, everything before it is. Make room, then try again.</source>
        <translation>ディスクがいっぱいです。この操作は保存していませんが、それ以前はすべて保存済みです。空きを作ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The store&apos;s disk did not answer as it should. Nothing of this step was saved. Check the disk or the cable, then try again.</source>
        <translation>ストアのディスクが正しく応答しません。この操作は保存していません。ディスクやケーブルを確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This Kobai was built without its encrypted database, so it refuses to work. Nothing was opened. Install it anew.</source>
        <translation>この Kobai には暗号化データベースが組み込まれていないため、動作しません。何も開いていません。入れ直してください。</translation>
    </message>
    <message>
        <source>The store refused the change because it breaks one of its rules. Nothing was saved. Look at the entry again; if it is right, report this.</source>
        <translation>決まりに反するため、変更を受け付けませんでした。何も保存していません。入力を見直し、正しければご報告ください。</translation>
    </message>
    <message>
        <source>This passphrase does not open the store. Nothing was changed. Check Caps Lock and the keyboard&apos;s language, then type it again.</source>
        <translation>このパスフレーズでは開けません。何も変更していません。Caps Lock と入力言語を確かめて、もう一度入力してください。</translation>
    </message>
    <message>
        <source>This entry is not there any more. Nothing was changed. Search for it again.</source>
        <translation>この項目はもうありません。何も変更していません。もう一度検索してください。</translation>
    </message>
    <message>
        <source>There is already an entry with this number or code. Nothing was saved. Choose another one, or open the one that exists.</source>
        <translation>同じ番号やコードの項目があります。何も保存していません。別のものにするか、既存の項目を開いてください。</translation>
    </message>
    <message>
        <source>A field that is needed is empty. Nothing was saved. Fill it, then try again.</source>
        <translation>必要な欄が空です。何も保存していません。入力して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This text is too long. Nothing was saved. Shorten it, then try again.</source>
        <translation>文が長すぎます。何も保存していません。短くして、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This date cannot be right. Nothing was saved. Check day, month and year.</source>
        <translation>この日付は正しくありません。何も保存していません。年月日を確かめてください。</translation>
    </message>
    <message>
        <source>An amount cannot be less than zero. Nothing was changed. Type it without the minus sign.</source>
        <translation>金額は0未満にできません。何も変更していません。マイナスなしで入力してください。</translation>
    </message>
    <message>
        <source>The amount is zero. Nothing was changed. Type how much it is.</source>
        <translation>金額が0です。何も変更していません。金額を入力してください。</translation>
    </message>
    <message>
        <source>This amount is larger than Kobai takes at once. Nothing was changed. Check the zeros, or split it.</source>
        <translation>一度に扱える金額を超えています。何も変更していません。桁を確かめるか、分けてください。</translation>
    </message>
    <message>
        <source>This number is out of range. Nothing was changed. Type a smaller one, or at least 1.</source>
        <translation>数が範囲外です。何も変更していません。もっと小さい数か、1以上を入力してください。</translation>
    </message>
    <message>
        <source>A price in the basket was changed in the catalogue meanwhile. Nothing was charged. Look at the new total, then pay again.</source>
        <translation>かごの商品の価格が変わりました。請求はしていません。新しい合計を確かめて、もう一度お支払いください。</translation>
    </message>
    <message>
        <source>The balance is too low for this. Nothing was charged. Take something out of the basket, or top up first.</source>
        <translation>残高が足りません。請求はしていません。かごから減らすか、先にチャージしてください。</translation>
    </message>
    <message>
        <source>This account is closed. Nothing was booked. Ask the office.</source>
        <translation>この口座は閉じています。何も記帳していません。事務室にお尋ねください。</translation>
    </message>
    <message>
        <source>The basket is empty. Nothing was charged. Scan or choose a product first.</source>
        <translation>かごは空です。請求はしていません。先に商品を読み取るか選んでください。</translation>
    </message>
    <message>
        <source>This was already booked with another content. It was not booked a second time. Look at the history, then start anew.</source>
        <translation>すでに別の内容で記帳されています。二重には記帳していません。履歴を確かめて、最初からやり直してください。</translation>
    </message>
    <message>
        <source>This sum is larger than Kobai can count. Nothing was booked. Check the amounts.</source>
        <translation>合計が大きすぎて計算できません。何も記帳していません。金額を確かめてください。</translation>
    </message>
    <message>
        <source>The consent to use this face is not complete. Nothing was stored of the face. Open the person&apos;s consent: it says what is missing.</source>
        <translation>この顔を使う同意がそろっていません。顔は何も保存していません。本人の「同意」を開くと、足りないものがわかります。</translation>
    </message>
    <message>
        <source>The student or a guardian said no. Nothing was stored of the face. PIN and look-up work without it.</source>
        <translation>本人か保護者が断りました。顔は何も保存していません。暗証番号や名前での支払いは使えます。</translation>
    </message>
    <message>
        <source>There are fewer pictures than an enrolment needs. Nothing was stored. Start the camera again and follow the words.</source>
        <translation>登録に必要な枚数に足りません。何も保存していません。もう一度カメラを開き、案内に従ってください。</translation>
    </message>
    <message>
        <source>The pictures are not all of the same person. Nothing was stored. Take care that one person alone is in front of the camera, then start again.</source>
        <translation>同じ人の画像ではないものがあります。何も保存していません。カメラの前を1人だけにして、やり直してください。</translation>
    </message>
    <message>
        <source>This face is very close to another enrolled person. Nothing was stored. Check who is in front of the camera; twins pay by PIN.</source>
        <translation>登録済みの別の人の顔とよく似ています。何も保存していません。本人を確かめてください。双子の方は暗証番号で支払えます。</translation>
    </message>
    <message>
        <source>This person has no face enrolled. Nothing was changed. Pay by PIN or look-up, or enrol the face in the office.</source>
        <translation>この人の顔は登録されていません。何も変更していません。暗証番号か名前で支払うか、事務室で登録してください。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits, not all the same and not in a row such as 1234. Nothing was saved. Choose another one.</source>
        <translation>暗証番号は4～8桁で、同じ数字だけや 1234 のような並びは使えません。何も保存していません。別の番号にしてください。</translation>
    </message>
    <message>
        <source>This person has no PIN yet. Nothing was charged. Look the customer up by name; the office can set a PIN.</source>
        <translation>暗証番号がまだありません。請求はしていません。名前で探してください。暗証番号は事務室で設定できます。</translation>
    </message>
    <message>
        <source>A file of the face recognition is missing: %1. Sales work by PIN and look-up. Run the set-up again to fetch it.</source>
        <translation>顔認識のファイルがありません: %1。販売は暗証番号と名前で続けられます。セットアップをもう一度実行してください。</translation>
    </message>
    <message>
        <source>A file of the face recognition is damaged: %1. Sales work by PIN and look-up. Run the set-up again to fetch it.</source>
        <translation>顔認識のファイルが壊れています: %1。販売は暗証番号と名前で続けられます。セットアップをもう一度実行してください。</translation>
    </message>
    <message>
        <source>There is no camera. Nothing was charged or stored. Plug one in, or choose another in the settings.</source>
        <translation>カメラがありません。請求も保存もしていません。カメラをつなぐか、設定で選び直してください。</translation>
    </message>
    <message>
        <source>Another program uses the camera. Nothing was charged or stored. Close that program, then try again.</source>
        <translation>別のソフトがカメラを使っています。請求も保存もしていません。そのソフトを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The camera stopped. Nothing was charged or stored. Check its cable, then try again.</source>
        <translation>カメラが止まりました。請求も保存もしていません。ケーブルを確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The camera shows only black. Nothing was charged or stored. Open its cover or switch a light on.</source>
        <translation>カメラの映像が真っ暗です。請求も保存もしていません。カバーを開けるか、明かりをつけてください。</translation>
    </message>
    <message>
        <source>This film or folder cannot be read. Nothing was changed. Choose another in the settings.</source>
        <translation>この映像またはフォルダーを読めません。何も変更していません。設定で選び直してください。</translation>
    </message>
    <message>
        <source>The film that stands in for the camera has ended. Nothing was charged or stored. Start it again.</source>
        <translation>カメラ代わりの映像が終わりました。請求も保存もしていません。もう一度始めてください。</translation>
    </message>
    <message>
        <source>This picture cannot be read. Nothing was changed. Choose another one.</source>
        <translation>この画像を読めません。何も変更していません。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>No face was found in this picture. Nothing was stored. Choose one that shows the face from the front.</source>
        <translation>この画像に顔が見つかりません。何も保存していません。正面から写ったものを選んでください。</translation>
    </message>
    <message>
        <source>The face recognition gave no usable answer. Nothing was charged or stored. Try again; if it stays, run the set-up again.</source>
        <translation>顔認識の結果が使えません。請求も保存もしていません。もう一度お試しください。続くときはセットアップをやり直してください。</translation>
    </message>
    <message>
        <source>Stopped as you asked. Nothing was changed.</source>
        <translation>ご指示どおり中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>The command was not understood: %1. Nothing was done. Run kobai --help.</source>
        <translation>コマンドを理解できません: %1。何もしていません。kobai --help をご覧ください。</translation>
    </message>
    <message>
        <source>Something went wrong inside Kobai that should not. What was saved before is safe. Close and open Kobai, then try again; please report this.</source>
        <translation>Kobai の内部で予期しない問題が起きました。保存済みのものは無事です。Kobai を開き直してお試しのうえ、ご報告ください。</translation>
    </message>
    <message>
        <source>One moment ...</source>
        <translation>お待ちください...</translation>
    </message>
    <message>
        <source>The picture is black: open the camera&apos;s cover</source>
        <translation>映像が真っ暗です。カメラのカバーを開けてください</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <translation>カメラを見てください</translation>
    </message>
    <message>
        <source>One person at a time, please</source>
        <translation>お一人ずつお願いします</translation>
    </message>
    <message>
        <source>A little closer</source>
        <translation>もう少し近づいてください</translation>
    </message>
    <message>
        <source>A little farther away</source>
        <translation>もう少し離れてください</translation>
    </message>
    <message>
        <source>Come into the middle</source>
        <translation>真ん中に来てください</translation>
    </message>
    <message>
        <source>Too dark here: more light on the face</source>
        <translation>暗すぎます。顔に光を当ててください</translation>
    </message>
    <message>
        <source>Too bright here: turn away from the light</source>
        <translation>明るすぎます。光を避けてください</translation>
    </message>
    <message>
        <source>Turn to the camera</source>
        <translation>カメラのほうを向いてください</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>動かないでください</translation>
    </message>
    <message>
        <source>Open your eyes</source>
        <translation>目を開けてください</translation>
    </message>
    <message>
        <source>Turn your head a little</source>
        <translation>顔を少し横に向けてください</translation>
    </message>
    <message>
        <source>Good, stay like that</source>
        <translation>そのままでいてください</translation>
    </message>
    <message>
        <source>No guardian is on record. Add one.</source>
        <translation>保護者の記録がありません。追加してください。</translation>
    </message>
    <message>
        <source>A guardian has not been told yet. Send the notice and record it.</source>
        <translation>まだ通知していない保護者がいます。通知を送り、記録してください。</translation>
    </message>
    <message>
        <source>No guardian has consented in writing yet. Record the signed form.</source>
        <translation>書面で同意した保護者がまだいません。署名された同意書を記録してください。</translation>
    </message>
    <message>
        <source>The consent answered an older notice. Send the current one and record the answer.</source>
        <translation>同意は古い通知へのものです。現在の通知を送り、回答を記録してください。</translation>
    </message>
    <message>
        <source>A guardian objected. The face stays off until that guardian consents anew.</source>
        <translation>保護者が反対しています。改めて同意があるまで顔は使えません。</translation>
    </message>
    <message>
        <source>The student has not been asked yet. Ask on this screen.</source>
        <translation>本人にまだ尋ねていません。この画面で尋ねてください。</translation>
    </message>
    <message>
        <source>The student said no. The face stays off.</source>
        <translation>本人が断りました。顔は使えません。</translation>
    </message>
    <message>
        <source>The consent has run out. Ask again.</source>
        <translation>同意の期限が切れました。もう一度尋ねてください。</translation>
    </message>
    <message>
        <source>This person has left the school.</source>
        <translation>この人は離籍しています。</translation>
    </message>
    <message>
        <source>The school has switched face recognition off. It is in the settings.</source>
        <translation>学校が顔認識を止めています。設定にあります。</translation>
    </message>
    <message numerus="yes">
        <source>This passphrase is too short to protect a store. Nothing was created. Use at least %n characters, for example four unusual words.</source>
        <translation>
            <numerusform>このパスフレーズは短すぎます。何も作成していません。珍しい単語を4つ並べるなど、%n文字以上にしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The second member of staff must be somebody else than you. Nothing was recorded. Ask a colleague and name them.</source>
        <translation>もう一人の職員は、あなた以外の人でなければなりません。何も記録されていません。同僚に確認してもらい、その名前を入力してください。</translation>
    </message>
    <message>
        <source>Nobody has consented to a reference photo of this person. Nothing was kept. Record that consent first; the face works without a photo.</source>
        <translation>この人の参照写真への同意がありません。写真は保存されていません。先に同意を記録してください。写真がなくても顔は使えます。</translation>
    </message>
    <message>
        <source>This customer looks like somebody else at this school. Nothing was charged. Ask for the PIN, or choose who is standing there.</source>
        <translation>このお客様は校内の別の人とよく似ています。請求は行われていません。暗証番号を求めるか、目の前の方を選んでください。</translation>
    </message>
    <message>
        <source>One side is in the shade: turn to the light</source>
        <translation>顔の片側が影になっています。光のほうを向いてください</translation>
    </message>
    <message>
        <source>The glasses reflect: lower your head a little</source>
        <translation>眼鏡が光っています。少し下を向いてください</translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation>頭をまっすぐにしてください</translation>
    </message>
    <message>
        <source>Close your mouth</source>
        <translation>口を閉じてください</translation>
    </message>
    <message>
        <source>Show your whole face: no hand, mask or hair over it</source>
        <translation>手、マスク、髪などで隠さず、顔全体を見せてください</translation>
    </message>
    <message>
        <source>Turn your head a little to your left</source>
        <translation>少し左を向いてください</translation>
    </message>
    <message>
        <source>Turn your head a little to your right</source>
        <translation>少し右を向いてください</translation>
    </message>
    <message>
        <source>Raise your chin a little</source>
        <translation>あごを少し上げてください</translation>
    </message>
    <message>
        <source>Lower your chin a little</source>
        <translation>あごを少し引いてください</translation>
    </message>
    <message>
        <source>Close your eyes for a moment, then open them</source>
        <translation>少しの間目を閉じてから、開けてください</translation>
    </message>
    <message>
        <source>The consent was withdrawn. It starts anew; a guardian who withdrew must consent in writing again.</source>
        <translation>同意は撤回されました。最初から改めて手続きしてください。撤回した保護者は、書面で改めて同意する必要があります。</translation>
    </message>
    <message>
        <source>Faces are switched off in the settings, so that no camera opens. Nothing was stored. PIN and look-up work without them.</source>
        <translation>顔での支払いは設定で切られているため、カメラは開きません。何も保存していません。暗証番号や名前での支払いは使えます。</translation>
    </message>
    <message>
        <source>A film or a folder of pictures is chosen as the camera, which only the demo school allows. Nothing was charged or stored. Choose a camera in the settings.</source>
        <translation>カメラの代わりに動画または画像フォルダーが選ばれています。これはデモ校でのみ使えます。支払いも保存も行われていません。設定でカメラを選んでください。</translation>
    </message>
    <message>
        <source>The PIN is locked after too many wrong tries. Nothing was charged. Wait %1, or look the customer up by name.</source>
        <translation>暗証番号は間違いが続いたためロックされています。支払いはしていません。%1 待つか、名前で探してください。</translation>
    </message>
    <message>
        <source>It is not certain that this computer&apos;s date and time are right. Nothing was saved. Say that they are, or set them, then try again.</source>
        <translation>このパソコンの日付と時刻が正しいか確かではありません。何も保存していません。正しいと答えるか、時計を合わせてから、もう一度お試しください。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>how long</comment>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>how long</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>The face was tried three times. Nothing was charged. Pay by PIN or look the customer up; another face can be tried in %1.</source>
        <translation>顔を三回確かめました。支払いはしていません。暗証番号か名前で支払ってください。次に顔を確かめられるのは %1 後です。</translation>
    </message>
    <message>
        <source>As many faces are enrolled as a store takes. Nothing was kept. Remove the faces of people who have left, then enrol again.</source>
        <translation>このストアに登録できる顔の数に達しました。何も保存していません。学校を離れた人の顔を削除してから、もう一度登録してください。</translation>
    </message>
    <message>
        <source>This passphrase holds a sign that cannot be seen or typed again. Nothing was created. Type it with the keyboard instead of pasting it.</source>
        <translation>このパスフレーズには、見えない文字やもう一度入力できない文字が含まれています。何も作成していません。貼り付けずにキーボードで入力してください。</translation>
    </message>
    <message>
        <source>No product has this barcode. Nothing was changed. Find the product by its name, or add the code in the catalogue.</source>
        <translation>このバーコードの商品はありません。何も変更されていません。名前で探すか、「商品」の画面でバーコードを登録してください。</translation>
    </message>
    <message>
        <source>This is not one whole barcode: it is too short or too long, or a digit is wrong. Nothing was changed. Scan it again, or type it as it is printed.</source>
        <translation>正しいバーコードではありません。短すぎるか長すぎるか、数字に誤りがあります。何も変更されていません。もう一度読み取るか、印刷されているとおりに入力してください。</translation>
    </message>
    <message>
        <source>This amount can be read in two ways. Nothing was changed. Type it without a mark for thousands.</source>
        <translation>この金額は2通りに読めます。何も変更していません。桁区切りなしで入力してください。</translation>
    </message>
    <message>
        <source>%1: is that %2, or has it too many decimals? Nothing was changed. Type %2, or fewer decimals.</source>
        <translation>%1 は %2 ですか、それとも小数の桁が多すぎますか? 何も変更していません。%2 と入力するか、小数の桁を減らしてください。</translation>
    </message>
    <message>
        <source>%1: is that %2 or %3? Nothing was changed. Type %2 or %3.</source>
        <translation>%1 は %2 ですか、それとも %3 ですか? 何も変更していません。%2 または %3 と入力してください。</translation>
    </message>
    <message>
        <source>This is not an amount. Nothing was changed. Type one such as %1.</source>
        <translation>金額ではありません。何も変更していません。%1 のように入力してください。</translation>
    </message>
    <message>
        <source>This computer&apos;s user may not open the camera. Nothing was charged or stored. Add the user to the group “video”, log in again, then try again.</source>
        <translation>このパソコンの利用者にはカメラを開く権限がありません。請求も保存もしていません。利用者を「video」グループに加えてログインし直し、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The pictures of the camera arrive damaged. Nothing was charged or stored. Try another cable or another socket of the computer, then try again.</source>
        <translation>カメラの画像が壊れて届きます。請求も保存もしていません。ケーブルかパソコンの差し込み口を替えて、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show or hide these keys</source>
        <translation>このキー一覧の表示・非表示</translation>
    </message>
    <message>
        <source>Search people, products, receipts and pages</source>
        <translation>人・商品・伝票・ページを検索</translation>
    </message>
    <message>
        <source>Lock: close the store and the camera</source>
        <translation>ロック（ストアとカメラを閉じる）</translation>
    </message>
    <message>
        <source>First workplace</source>
        <translation>1番目のページ</translation>
    </message>
    <message>
        <source>Second workplace</source>
        <translation>2番目のページ</translation>
    </message>
    <message>
        <source>Third workplace</source>
        <translation>3番目のページ</translation>
    </message>
    <message>
        <source>Fourth workplace</source>
        <translation>4番目のページ</translation>
    </message>
    <message>
        <source>Fifth workplace</source>
        <translation>5番目のページ</translation>
    </message>
    <message>
        <source>Sixth workplace</source>
        <translation>6番目のページ</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>ひとつ戻る</translation>
    </message>
    <message>
        <source>Go to the search field of this page</source>
        <translation>このページの検索欄へ</translation>
    </message>
    <message>
        <source>Change the quantity</source>
        <translation>数量を変更</translation>
    </message>
    <message>
        <source>Take the line out of the basket</source>
        <translation>行をかごから出す</translation>
    </message>
    <message>
        <source>Pay by PIN</source>
        <translation>暗証番号で支払う</translation>
    </message>
    <message>
        <source>Look the customer up by name</source>
        <translation>名前でお客様を探す</translation>
    </message>
    <message>
        <source>Add a new entry</source>
        <translation>新しい項目を追加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>伝票を表示</translation>
    </message>
    <message>
        <source>Seventh workplace</source>
        <translation>7番目の画面</translation>
    </message>
    <message>
        <source>Pay by face, then charge; book a top-up</source>
        <translation>顔で支払い、請求する／チャージする</translation>
    </message>
    <message>
        <source>The filled button, unless it books money</source>
        <translation>塗りつぶしのボタン（お金を動かすものを除く）</translation>
    </message>
</context>
<context>
    <name>PassphraseStrength</name>
    <message>
        <source>Weak: add another word</source>
        <translation>弱い: 単語を足してください</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>十分です</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>とても強いです</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters; four unusual words are good</source>
        <translation>
            <numerusform>%n文字以上。珍しい単語を4つ並べるとよいでしょう</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters</source>
        <translation>
            <numerusform>短すぎます。%n文字以上にしてください</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayWords</name>
    <message>
        <source>Look at the camera</source>
        <translation>カメラを見てください</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>お支払い: %1</translation>
    </message>
    <message>
        <source>Which number does the customer have?</source>
        <translation>お客様の番号は？</translation>
    </message>
    <message>
        <source>Type the student or staff number, then the PIN.</source>
        <translation>生徒・職員番号、次に暗証番号を入力します。</translation>
    </message>
    <message>
        <source>Looking for the number …</source>
        <translation>番号を探しています…</translation>
    </message>
    <message>
        <source>PIN, please</source>
        <translation>暗証番号をどうぞ</translation>
    </message>
    <message>
        <source>The customer types it. It is not shown.</source>
        <translation>お客様が入力します。表示されません。</translation>
    </message>
    <message>
        <source>Checking the PIN …</source>
        <translation>暗証番号を確認しています…</translation>
    </message>
    <message>
        <source>Who is paying?</source>
        <translation>どなたのお支払いですか</translation>
    </message>
    <message>
        <source>Type the beginning of the name, the reading or the number.</source>
        <translation>名前・よみ・番号の先頭を入力してください。</translation>
    </message>
    <message>
        <source>Reading the account …</source>
        <translation>口座を読んでいます…</translation>
    </message>
    <message>
        <source>Charging %1 …</source>
        <translation>%1 を請求しています…</translation>
    </message>
    <message>
        <source>Nobody here has this number.</source>
        <translation>この番号の人はいません。</translation>
    </message>
    <message>
        <source>Nothing was charged. Check the number and type it again, or look the customer up.</source>
        <translation>請求はしていません。番号を確かめて入力し直すか、名前で探してください。</translation>
    </message>
    <message>
        <source>Charge %1 to %2?</source>
        <translation>%2に %1 を請求しますか？</translation>
    </message>
    <message>
        <source>You confirm that this is the customer: you know them, or you have seen their student card.</source>
        <translation>本人であることを確かめてください（面識があるか、学生証を確認した場合）。</translation>
    </message>
    <message>
        <source>Nothing was charged. Pay by PIN, look the customer up, or try the face again.</source>
        <translation>請求はしていません。暗証番号か名前で支払うか、もう一度顔を試してください。</translation>
    </message>
    <message>
        <source>Nothing was charged. The face was tried three times: pay by PIN or look the customer up.</source>
        <translation>請求はしていません。顔は3回試しました。暗証番号か名前で支払ってください。</translation>
    </message>
    <message>
        <source>This face is not known here.</source>
        <translation>登録されていない顔です。</translation>
    </message>
    <message>
        <source>Two people look too much alike to be sure who this is.</source>
        <translation>よく似た人がいるため、どなたか確定できません。</translation>
    </message>
    <message>
        <source>The camera sees a picture or a screen, not a person.</source>
        <translation>本人ではなく、写真か画面が写っています。</translation>
    </message>
    <message>
        <source>No clear view of a face in time: %1.</source>
        <translation>時間内に顔がはっきり写りませんでした: %1。</translation>
    </message>
    <message>
        <source>%1 has %2, that is %3 too little for %4.</source>
        <translation>%1の残高は %2 です。%4 には %3 足りません。</translation>
    </message>
    <message>
        <source>Nothing was charged. Take something out of the basket, or top up in Accounts.</source>
        <translation>請求はしていません。かごから減らすか、「口座」でチャージしてください。</translation>
    </message>
    <message>
        <source>The face may not be used for this customer today.</source>
        <translation>今日はこのお客様の顔を使えません。</translation>
    </message>
    <message>
        <source>Nothing was charged. Pay by PIN or look the customer up.</source>
        <translation>請求はしていません。暗証番号か名前で支払ってください。</translation>
    </message>
    <message>
        <source>%1 charged to %2.</source>
        <translation>%2に %1 を請求しました。</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>伝票 %1</translation>
    </message>
    <message>
        <source>Who is standing there?</source>
        <translation>そこにいるのはどなたですか。</translation>
    </message>
    <message>
        <source>The camera does not tell these people apart. Choose who it is, by a touch or by the figure beside the name, or let them type the PIN.</source>
        <translation>カメラではこの人たちを区別できません。触れるか、名前の横の数字で選ぶか、暗証番号を入力してもらってください。</translation>
    </message>
    <message>
        <source>The school wants the number first: type it or scan the student card, then comes the face.</source>
        <translation>この学校では番号が先です。番号を入力するか学生証を読み取ると、次に顔を確認します。</translation>
    </message>
    <message>
        <source>The faces at this school are too alike to search among all: type the number or scan the student card, then comes the face.</source>
        <translation>この学校の顔は互いに似すぎていて、全員の中からは探せません。番号を入力するか学生証を読み取ると、次に顔を確認します。</translation>
    </message>
    <message>
        <source>The two ways of comparing do not agree on this face.</source>
        <translation>この顔について、二つの照合方法の結果が一致しません。</translation>
    </message>
    <message>
        <source>This is not the face that belongs to the number.</source>
        <translation>この番号の人の顔ではありません。</translation>
    </message>
    <message>
        <source>This customer has no face enrolled.</source>
        <translation>このお客様の顔は登録されていません。</translation>
    </message>
    <message>
        <source>The head was not turned or the eyes not closed as asked.</source>
        <translation>求められた向きやまばたきが確認できませんでした。</translation>
    </message>
    <message>
        <source>Faces are switched off in the settings.</source>
        <translation>顔での支払いは設定で切られています。</translation>
    </message>
    <message>
        <source>The files of the face recognition that were chosen cannot be read.</source>
        <translation>選ばれている顔認識のファイルを読み込めません。</translation>
    </message>
    <message>
        <source>Nobody&apos;s face may be used today: nobody is enrolled, or no consent holds.</source>
        <translation>今日は顔で支払える人がいません。顔が登録されていないか、有効な同意がありません。</translation>
    </message>
    <message>
        <source>The enrolled faces have not been read.</source>
        <translation>登録された顔を読み込めていません。</translation>
    </message>
    <message>
        <source>A film is chosen as the camera, which only the demo school allows.</source>
        <translation>カメラの代わりに動画が選ばれています。これはデモ校でのみ使えます。</translation>
    </message>
    <message>
        <source>What was enrolled cannot be opened and has to be enrolled anew. The page Faces says whose.</source>
        <translation>登録された顔を開けないため、登録し直す必要があります。だれの顔かは「顔」のページで確認できます。</translation>
    </message>
    <message>
        <source>F12 charges, Esc cancels.</source>
        <translation>F12 で請求、Esc で中止。</translation>
    </message>
</context>
<context>
    <name>PaymentMethod</name>
    <message>
        <source>Face</source>
        <comment>way to pay</comment>
        <translation>顔</translation>
    </message>
    <message>
        <source>PIN</source>
        <comment>way to pay</comment>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Look-up</source>
        <comment>way to pay</comment>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1年</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>Rice ball</source>
        <translation>おにぎり</translation>
    </message>
    <message>
        <source>Lunch box</source>
        <translation>弁当</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>サンドイッチ</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>パン</translation>
    </message>
    <message>
        <source>Bag of snacks</source>
        <translation>スナック</translation>
    </message>
    <message>
        <source>Chocolate</source>
        <translation>チョコレート</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>あめ</translation>
    </message>
    <message>
        <source>Ice cream</source>
        <translation>アイス</translation>
    </message>
    <message>
        <source>Tea</source>
        <translation>お茶</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水</translation>
    </message>
    <message>
        <source>Juice</source>
        <translation>ジュース</translation>
    </message>
    <message>
        <source>Milk</source>
        <translation>牛乳</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>コーヒー</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>鉛筆</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>ペン</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>消しゴム</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>ノート</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>定規</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>はさみ</translation>
    </message>
    <message>
        <source>Glue</source>
        <translation>のり</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>切手</translation>
    </message>
    <message>
        <source>Towel</source>
        <translation>タオル</translation>
    </message>
    <message>
        <source>Soap</source>
        <translation>せっけん</translation>
    </message>
    <message>
        <source>Toothbrush</source>
        <translation>歯ブラシ</translation>
    </message>
    <message>
        <source>Socks</source>
        <translation>くつ下</translation>
    </message>
    <message>
        <source>Batteries</source>
        <translation>電池</translation>
    </message>
    <message>
        <source>Umbrella</source>
        <translation>傘</translation>
    </message>
    <message>
        <source>Face mask</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>箱</translation>
    </message>
</context>
<context>
    <name>RateWords</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a percentage and its interval</comment>
        <translation>%1（%2～%3）</translation>
    </message>
</context>
<context>
    <name>kobai::app::AboutCard</name>
    <message>
        <source>About</source>
        <translation>このソフトについて</translation>
    </message>
    <message>
        <source>Kobai %1</source>
        <translation>Kobai %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>GNU 一般公衆ライセンス（第3版以降）による自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>Face models and demo films: %1</source>
        <translation>顔認識モデルとデモ映像: %1</translation>
    </message>
    <message>
        <source>The training pictures of the 68 landmarks (300-W) exclude commercial use; those of the second network are not stated.</source>
        <translation>顔の68特徴点の学習画像（300-W）は商用利用が認められていません。2つ目のネットワークの学習画像は明示されていません。</translation>
    </message>
</context>
<context>
    <name>kobai::app::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Left the school on %1</source>
        <translation>%1 に離籍</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>残高 %1</translation>
    </message>
    <message>
        <source>Name, reading or number</source>
        <translation>名前・よみ・番号</translation>
    </message>
    <message>
        <source>Search for an account</source>
        <translation>口座を検索</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人の一覧</translation>
    </message>
    <message>
        <source>Whose account?</source>
        <translation>どなたの口座ですか</translation>
    </message>
    <message>
        <source>Choose a person on the left to see the balance and the entries, and to top up.</source>
        <translation>左で人を選ぶと、残高と明細の確認、チャージができます。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
    <message>
        <source>Add the first student in Enrol; the account opens by itself.</source>
        <translation>「登録」で最初の生徒を追加すると、口座も開きます。</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Check the spelling or try the number.</source>
        <translation>表記を確かめるか、番号で探してください。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>チャージ</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Entries of the account</source>
        <translation>口座の明細</translation>
    </message>
    <message>
        <source>No entries yet</source>
        <translation>明細はまだありません</translation>
    </message>
    <message>
        <source>The first top-up or purchase will stand here.</source>
        <translation>最初のチャージや購入がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>kobai::app::AttackView</name>
    <message>
        <source>Taken for a live person.</source>
        <translation>生きた人と判定されました。</translation>
    </message>
    <message>
        <source>Taken for a picture or a screen.</source>
        <translation>写真または画面と判定されました。</translation>
    </message>
    <message>
        <source>No clear view of a face in time: it counts for neither side.</source>
        <translation>時間内に顔がはっきり見えませんでした。どちらにも数えません。</translation>
    </message>
    <message>
        <source>Kept as report %1, for the impact assessment.</source>
        <translation>影響評価のため、報告%1として保存しました。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Present now</source>
        <translation>いま試す</translation>
    </message>
    <message numerus="yes">
        <source>%n presentation(s)</source>
        <translation>
            <numerusform>提示%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>passed: %1</source>
        <translation>通過：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n without a clear view</source>
        <translation>
            <numerusform>顔が見えなかったもの%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>The check is worth what it is against its worst kind: %1, of which %2 passed.</source>
        <translation>この検査の力は、最も弱い種類への力で決まります：%1（通過 %2）。</translation>
    </message>
    <message>
        <source>Try to deceive the camera, ten times and more with each kind, and with live persons between. Choose what you hold up, press the button, and hold it still until there is an answer. Nothing is charged and no picture is kept.</source>
        <translation>カメラを欺けるか、種類ごとに10回以上、間に生きた人も交えて試してください。掲げるものを選んでボタンを押し、結果が出るまで動かさずにいてください。請求は行われず、写真も残りません。</translation>
    </message>
    <message>
        <source>The camera is off</source>
        <translation>カメラは切れています</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>最後の1回を取り消す</translation>
    </message>
    <message>
        <source>Keep this session as a report</source>
        <translation>この試験を報告として保存</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>この試験</translation>
    </message>
</context>
<context>
    <name>kobai::app::BasketRow</name>
    <message>
        <source>%1 × %2</source>
        <comment>quantity, then price of one</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2 of them, %3</source>
        <translation>%1、%2個、%3</translation>
    </message>
    <message>
        <source>One %1 fewer</source>
        <translation>%1を1つ減らす</translation>
    </message>
    <message>
        <source>One %1 more</source>
        <translation>%1を1つ増やす</translation>
    </message>
    <message>
        <source>Take %1 out of the basket</source>
        <translation>%1をかごから出す</translation>
    </message>
    <message>
        <source>Type the quantity of %1</source>
        <translation>%1の数量を入力</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>%1の数量</translation>
    </message>
</context>
<context>
    <name>kobai::app::BasketView</name>
    <message>
        <source>Basket</source>
        <translation>かご</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n点</numerusform>
        </translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation>かごは空です</translation>
    </message>
    <message>
        <source>Scan a barcode or touch a product.</source>
        <translation>バーコードを読み取るか、商品にタッチしてください。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>%1% %2</source>
        <comment>tax rate, then the tax in it</comment>
        <translation>%1% %2</translation>
    </message>
    <message>
        <source>Tax included: %1</source>
        <translation>うち消費税: %1</translation>
    </message>
</context>
<context>
    <name>kobai::app::Brand</name>
    <message>
        <source>The school store where a face pays. On this computer only, with consent, without a network.</source>
        <translation>顔で支払える学校の購買。このパソコンの中だけで、同意のもとに、ネットワークなしで。</translation>
    </message>
</context>
<context>
    <name>kobai::app::CameraCard</name>
    <message>
        <source>A film instead of the camera</source>
        <translation>カメラの代わりの映像</translation>
    </message>
    <message>
        <source>Films (*.mp4 *.mkv *.avi *.webm *.mov);;All files (*)</source>
        <translation>映像 (*.mp4 *.mkv *.avi *.webm *.mov);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>A folder of pictures instead of the camera</source>
        <translation>カメラの代わりの画像フォルダー</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Which camera the till and the office use</source>
        <translation>レジと事務室で使うカメラ</translation>
    </message>
    <message>
        <source>Film ...</source>
        <translation>映像...</translation>
    </message>
    <message>
        <source>Choose a film instead of the camera</source>
        <translation>カメラの代わりに映像を選ぶ</translation>
    </message>
    <message>
        <source>Pictures ...</source>
        <translation>画像...</translation>
    </message>
    <message>
        <source>Choose a folder of pictures instead of the camera</source>
        <translation>カメラの代わりに画像フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>映像を見る</translation>
    </message>
    <message>
        <source>The camera is off</source>
        <translation>カメラは切れています</translation>
    </message>
    <message>
        <source>Picture of the camera</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <source>This only shows the picture: no face is looked for, nothing is kept.</source>
        <translation>映像を表示するだけです。顔は探さず、何も保存しません。</translation>
    </message>
</context>
<context>
    <name>kobai::app::CameraList</name>
    <message>
        <source>Demo camera: %1</source>
        <comment>a film instead of a camera</comment>
        <translation>デモカメラ: %1</translation>
    </message>
    <message>
        <source>Camera %1, not plugged in</source>
        <translation>カメラ %1（未接続）</translation>
    </message>
    <message>
        <source>Film: %1</source>
        <translation>映像: %1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>フォルダー: %1</translation>
    </message>
</context>
<context>
    <name>kobai::app::CaptureTiles</name>
    <message>
        <source>%1 of %2 pictures taken</source>
        <translation>%2枚中%1枚を撮影しました</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>quality of a picture</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>kobai::app::CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n品</numerusform>
        </translation>
    </message>
    <message>
        <source>No product matches</source>
        <translation>該当する商品がありません</translation>
    </message>
    <message>
        <source>Search for a part of the name or the barcode, or look in all categories.</source>
        <translation>名前かバーコードの一部で検索するか、すべての分類を見てください。</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>すべての商品を表示</translation>
    </message>
    <message>
        <source>Nothing is sold yet</source>
        <translation>まだ商品がありません</translation>
    </message>
    <message>
        <source>Add a category, then the products that lie in it. The till shows them at once.</source>
        <translation>分類を追加し、その中に商品を追加してください。すぐにレジに表示されます。</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>商品を追加</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>すべての分類</translation>
    </message>
    <message>
        <source>The new product was not saved. What you typed is kept.</source>
        <translation>新しい商品は保存されていません。入力内容は残っています。</translation>
    </message>
    <message>
        <source>The changes to %1 were not saved. What you typed is kept.</source>
        <translation>%1の変更は保存されていません。入力内容は残っています。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>A product lies in a category: add the first one, then the product.</source>
        <translation>商品は分類に入ります。まず分類を、次に商品を追加してください。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1を保存しました。</translation>
    </message>
    <message>
        <source>The category %1 is saved.</source>
        <translation>分類「%1」を保存しました。</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>分類を追加</translation>
    </message>
    <message>
        <source>Name or barcode</source>
        <translation>名前・バーコード</translation>
    </message>
    <message>
        <source>Search the products</source>
        <translation>商品を検索</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Also what is no longer sold</source>
        <translation>販売終了も表示</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品の一覧</translation>
    </message>
    <message>
        <source>No product has the barcode %1. Open the one that it belongs to, or add it, and scan again.</source>
        <translation>バーコード %1 の商品はありません。その商品を開くか追加してから、もう一度読み取ってください。</translation>
    </message>
</context>
<context>
    <name>kobai::app::CategoryEditor</name>
    <message>
        <source>New category</source>
        <translation>新しい分類</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Name in &amp;Japanese</source>
        <translation>日本語名(&amp;J)</translation>
    </message>
    <message>
        <source>Save category</source>
        <translation>分類を保存</translation>
    </message>
    <message>
        <source>Close the category</source>
        <translation>分類を閉じる</translation>
    </message>
</context>
<context>
    <name>kobai::app::ClockOverlay</name>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Is this the right date and time?</source>
        <translation>この日付と時刻は正しいですか？</translation>
    </message>
    <message>
        <source>That is what this computer&apos;s clock shows. The last entry is of %1.</source>
        <translation>このパソコンの時計の表示です。最後の記録は %1 です。</translation>
    </message>
    <message>
        <source>That is what this computer&apos;s clock shows. The last entry is of %1; this can be right after a holiday.</source>
        <translation>このパソコンの時計の表示です。最後の記録は %1 です。長い休みの後なら正しいこともあります。</translation>
    </message>
    <message>
        <source>Until it is clear, nothing is sold, recorded or deleted. Faces whose consent has run out by this date are deleted for good once you say that it is right. Your answer is on record.</source>
        <translation>はっきりするまで、販売も記録も削除もしません。「正しい」と答えると、この日付までに同意の期限が切れた顔は完全に削除されます。答えは記録に残ります。</translation>
    </message>
    <message>
        <source>No: I have set the clock</source>
        <translation>いいえ、時計を合わせました</translation>
    </message>
    <message>
        <source>Yes, it is right</source>
        <translation>はい、正しいです</translation>
    </message>
</context>
<context>
    <name>kobai::app::ConsentForm</name>
    <message>
        <source>Add a guardian</source>
        <translation>保護者を追加</translation>
    </message>
    <message>
        <source>Record the notice</source>
        <translation>通知を記録</translation>
    </message>
    <message>
        <source>Record the form</source>
        <translation>同意書を記録</translation>
    </message>
    <message>
        <source>Ask the student</source>
        <translation>本人に尋ねる</translation>
    </message>
    <message>
        <source>%1 in person</source>
        <translation>%1（本人）</translation>
    </message>
    <message>
        <source>Say why this guardian cannot be reached. Nothing was recorded.</source>
        <translation>この保護者に連絡できない理由を入力してください。何も記録していません。</translation>
    </message>
    <message>
        <source>Name the second member of staff who confirms it. Nothing was recorded.</source>
        <translation>確認するもう1名の職員の名前を入力してください。何も記録していません。</translation>
    </message>
    <message>
        <source>The last day is not a date. Write it like 2027-03-31, or leave it empty. Nothing was recorded.</source>
        <translation>最終日が日付ではありません。2027-03-31 のように書くか、空欄にしてください。何も記録していません。</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰が</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Last day (may stay empty)</source>
        <translation>最終日（空欄可）</translation>
    </message>
    <message>
        <source>End of the school year</source>
        <translation>年度末</translation>
    </message>
    <message>
        <source>Notice sent</source>
        <translation>通知済み</translation>
    </message>
    <message>
        <source>Written consent</source>
        <translation>書面で同意</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>連絡不可</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>反対</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>同意の撤回</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>理由（空欄可）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Second member of staff</source>
        <translation>もう1名の職員</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record that %1 objects? The face of %2 may then not be used and is deleted.</source>
        <translation>%1の反対を記録しますか？ %2の顔は使えなくなり、削除されます。</translation>
    </message>
    <message>
        <source>Record the objection</source>
        <translation>反対を記録</translation>
    </message>
    <message>
        <source>Withdraw and delete</source>
        <translation>撤回して削除</translation>
    </message>
    <message>
        <source>%1 cannot be reached: say why, and who else confirms it.</source>
        <translation>%1に連絡できません。理由と、確認するもう1名を入力してください。</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>A consent counts only in writing: on paper. Choose how the form came, or wait for it. Nothing was recorded.</source>
        <translation>同意は書面だけが有効です。書式の届き方を選ぶか、届くまでお待ちください。記録はしていません。</translation>
    </message>
    <message>
        <source>Choose the version of the notice that is printed on the form. Nothing was recorded.</source>
        <translation>書式に印刷されている通知の版を選んでください。記録はしていません。</translation>
    </message>
    <message>
        <source>Notice printed on the form</source>
        <translation>書式にある通知の版</translation>
    </message>
    <message>
        <source>Record that %1 withdraws, and delete the face of %2? It cannot be brought back; paying by PIN or look-up goes on.</source>
        <translation>%1による撤回を記録し、%2の顔を削除しますか？ 元には戻せません。暗証番号や名前での支払いは続けられます。</translation>
    </message>
</context>
<context>
    <name>kobai::app::ConsentTimeline</name>
    <message>
        <source>What happened so far</source>
        <translation>これまでの経過</translation>
    </message>
    <message>
        <source>Nothing is on record yet. The first step is to send the guardians the notice.</source>
        <translation>まだ記録がありません。まず保護者に通知を送ってください。</translation>
    </message>
</context>
<context>
    <name>kobai::app::ConsentView</name>
    <message>
        <source>%1: %2</source>
        <comment>guardian, what is missing</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The camera stays closed until nothing is missing.</source>
        <translation>不足がなくなるまでカメラは開きません。</translation>
    </message>
    <message>
        <source>Go on to the face</source>
        <translation>顔へ進む</translation>
    </message>
</context>
<context>
    <name>kobai::app::CreateView</name>
    <message>
        <source>Folder for the new store</source>
        <translation>新しいストアのフォルダー</translation>
    </message>
    <message>
        <source>The school&apos;s name is missing.</source>
        <translation>学校名を入力してください。</translation>
    </message>
    <message>
        <source>Your name is missing.</source>
        <translation>お名前を入力してください。</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>パスフレーズが短すぎます。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>2つのパスフレーズが違います。</translation>
    </message>
    <message>
        <source>The folder is missing.</source>
        <translation>フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Creating ...</source>
        <translation>作成中...</translation>
    </message>
    <message>
        <source>Create the store</source>
        <translation>ストアを作成</translation>
    </message>
    <message>
        <source>A new store</source>
        <translation>新しいストア</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校名</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>パスフレーズ（確認）</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>選ぶ...</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>kobai::app::CustomerCardView</name>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>現在の残高</translation>
    </message>
    <message>
        <source>After this sale</source>
        <translation>支払い後</translation>
    </message>
    <message>
        <source>Reference photo of %1</source>
        <translation>%1さんの参照写真</translation>
    </message>
</context>
<context>
    <name>kobai::app::DetChart</name>
    <message>
        <source>Any threshold</source>
        <translation>任意のしきい値</translation>
    </message>
    <message>
        <source>Kobai&apos;s threshold</source>
        <translation>Kobaiのしきい値</translation>
    </message>
    <message>
        <source>Strangers taken for somebody</source>
        <translation>未登録の人を誰かと取り違えた割合</translation>
    </message>
    <message>
        <source>Enrolled persons refused</source>
        <translation>登録者を拒否した割合</translation>
    </message>
    <message>
        <source>Misses against false positives</source>
        <translation>拒否と取り違えの関係</translation>
    </message>
    <message>
        <source>Misses against false positives. At Kobai&apos;s threshold strangers are taken for somebody in %1 of the searches, enrolled persons are refused in %2.</source>
        <translation>拒否と取り違えの関係。Kobaiのしきい値では、未登録の人を誰かと取り違えるのは照合の%1、登録者を拒否するのは%2です。</translation>
    </message>
</context>
<context>
    <name>kobai::app::DoneView</name>
    <message>
        <source>Next student</source>
        <translation>次の生徒</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>暗証番号を変更</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>暗証番号を設定</translation>
    </message>
    <message>
        <source>%1 can now pay by face.</source>
        <translation>%1は顔で支払えるようになりました。</translation>
    </message>
    <message>
        <source>The consent holds until %1; then the face stops by itself.</source>
        <translation>同意は%1まで有効です。その後、顔は自動的に使えなくなります。</translation>
    </message>
    <message numerus="yes">
        <source>%n protected template(s) are stored, no picture.</source>
        <translation>
            <numerusform>保護された特徴データ%n件を保存しました。画像は残しません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Face and photo</source>
        <translation>顔と写真</translation>
    </message>
</context>
<context>
    <name>kobai::app::DuplicateView</name>
    <message>
        <source>This face looks like one that is enrolled already.</source>
        <translation>この顔は、すでに登録されている顔によく似ています。</translation>
    </message>
    <message>
        <source>Are they one person?</source>
        <translation>同じ人ですか。</translation>
    </message>
    <message>
        <source>This is the same person</source>
        <translation>同じ人です</translation>
    </message>
    <message>
        <source>Two people who look alike</source>
        <translation>よく似た別の二人です</translation>
    </message>
    <message>
        <source>Neither: back to the camera</source>
        <translation>どちらでもない：カメラに戻る</translation>
    </message>
    <message>
        <source>Just taken</source>
        <translation>いま撮影した人</translation>
    </message>
    <message>
        <source>Enrolled already</source>
        <translation>登録済みの人</translation>
    </message>
    <message>
        <source>Nothing is stored, and the record of %1 opens.</source>
        <translation>何も保存されません。%1さんの記録が開きます。</translation>
    </message>
    <message>
        <source>The face is stored, and the two are registered as look-alikes: at the till a face alone never charges %1 or %2, the clerk chooses or the PIN is typed.</source>
        <translation>顔は保存され、二人はよく似た人として登録されます。レジでは%1さんと%2さんに顔だけで請求することはなく、係が選ぶか、暗証番号を入力します。</translation>
    </message>
</context>
<context>
    <name>kobai::app::EnrolPage</name>
    <message>
        <source>Enrolled</source>
        <translation>登録済み</translation>
    </message>
    <message>
        <source>Consent given, face not taken</source>
        <translation>同意あり・顔は未登録</translation>
    </message>
    <message>
        <source>Consent missing</source>
        <translation>同意が不足</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
    <message>
        <source>Add the first student.</source>
        <translation>最初の生徒を追加してください。</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>人を追加</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Check the spelling or the filter.</source>
        <translation>表記か絞り込みを確かめてください。</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>暗証番号を設定しました。</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Name, reading or number</source>
        <translation>名前・よみ・番号</translation>
    </message>
    <message>
        <source>Search for a person</source>
        <translation>人を検索</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Who is listed</source>
        <translation>表示する人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人の一覧</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>step</comment>
        <translation>本人</translation>
    </message>
    <message>
        <source>Consent</source>
        <comment>step</comment>
        <translation>同意</translation>
    </message>
    <message>
        <source>Face</source>
        <comment>step</comment>
        <translation>顔</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>step</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>Who is to be enrolled?</source>
        <translation>どなたを登録しますか</translation>
    </message>
    <message>
        <source>Choose a person on the left, or add one. The path leads from the person over the consent to the face.</source>
        <translation>左で人を選ぶか、追加してください。本人、同意、顔の順に進みます。</translation>
    </message>
</context>
<context>
    <name>kobai::app::EntriesModel</name>
    <message>
        <source>Top-up in cash</source>
        <translation>現金チャージ</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>購入</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>開始残高</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>伝票番号</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>of the balance</comment>
        <translation>増減</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
</context>
<context>
    <name>kobai::app::EvaluationView</name>
    <message>
        <source>Folder with a folder of pictures for each person</source>
        <translation>人ごとの写真フォルダーが入ったフォルダー</translation>
    </message>
    <message>
        <source>Reading the faces and comparing them ...</source>
        <translation>顔を読み取り、照合しています…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was measured and nothing was kept.</source>
        <translation>停止しました。何も測定されず、何も残っていません。</translation>
    </message>
    <message>
        <source>%1 persons, %2 of them enrolled, %3 searches by strangers and %4 by enrolled persons</source>
        <translation>%1人、うち登録%2人、未登録の人の照合%3回、登録者の照合%4回</translation>
    </message>
    <message>
        <source>A stranger is taken for somebody</source>
        <translation>未登録の人を誰かと取り違える</translation>
    </message>
    <message>
        <source>An enrolled person is taken for another</source>
        <translation>登録者を別の人と取り違える</translation>
    </message>
    <message>
        <source>An enrolled person is refused</source>
        <translation>登録者を拒否する</translation>
    </message>
    <message>
        <source>Refused, where %1 of the strangers would be taken for somebody</source>
        <translation>未登録の人の%1を取り違えるしきい値での拒否</translation>
    </message>
    <message>
        <source>The best candidate is the right one</source>
        <translation>最上位の候補が本人である</translation>
    </message>
    <message>
        <source>Pictures without a face</source>
        <translation>顔が見つからなかった写真</translation>
    </message>
    <message>
        <source>Measures how often Kobai is right on pictures of people who are not in this store: a folder for each person, such as a public test set. In brackets is what the true rate may be, at 95 % confidence, drawn over persons. The pictures are not kept.</source>
        <translation>この店舗データに含まれない人の写真で、Kobaiがどれだけ正しいかを測定します。公開の試験用データのように、人ごとにフォルダーを用意してください。括弧内は、人を単位とした95 %の信頼区間です。写真は残りません。</translation>
    </message>
    <message>
        <source>Enrolled persons</source>
        <translation>登録者</translation>
    </message>
    <message>
        <source>Pictures each</source>
        <translation>1人あたりの写真</translation>
    </message>
    <message>
        <source>Pictures in a search</source>
        <translation>照合1回の写真</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽出回数</translation>
    </message>
    <message>
        <source>Choose a folder and measure ...</source>
        <translation>フォルダーを選んで測定…</translation>
    </message>
    <message>
        <source>Misses against false positives</source>
        <translation>拒否と取り違えの関係</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Left out, for they cannot be read (%1): %2</source>
        <translation>読み込めないため除外した画像（%1 枚）: %2</translation>
    </message>
</context>
<context>
    <name>kobai::app::FaceRecordView</name>
    <message>
        <source>Back to the person</source>
        <translation>人の画面に戻る</translation>
    </message>
</context>
<context>
    <name>kobai::app::FaceView</name>
    <message>
        <source>The camera is opening …</source>
        <translation>カメラを開いています…</translation>
    </message>
    <message>
        <source>The camera is closed</source>
        <translation>カメラは閉じています</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Take new pictures</source>
        <translation>撮り直す</translation>
    </message>
    <message>
        <source>Open the camera</source>
        <translation>カメラを開く</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Store again</source>
        <translation>もう一度保存</translation>
    </message>
    <message>
        <source>Back to consent</source>
        <translation>同意に戻る</translation>
    </message>
    <message>
        <source>The camera stays closed: the face of %1 may not be used.</source>
        <translation>カメラは開きません。%1の顔は使えません。</translation>
    </message>
    <message>
        <source>Storing the face of %1 …</source>
        <translation>%1の顔を保存しています…</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <translation>カメラを見てください</translation>
    </message>
    <message>
        <source>Ready to take the face of %1</source>
        <translation>%1の顔を登録できます</translation>
    </message>
    <message>
        <source>Five pictures are taken by themselves, each from another side. None of them is kept as a picture.</source>
        <translation>向きを変えて5枚が自動で撮影されます。写真としては1枚も残りません。</translation>
    </message>
    <message>
        <source>Seat the student about an arm&apos;s length from the camera, light from the front. Five pictures are taken by themselves, in about twenty seconds; only protected numbers are kept.</source>
        <translation>生徒をカメラから腕の長さほど離れた所に、正面から光が当たるように座らせてください。約20秒で5枚が自動で撮影され、保護された数値だけが残ります。</translation>
    </message>
</context>
<context>
    <name>kobai::app::HistoryChart</name>
    <message>
        <source>Sales by day</source>
        <translation>日別の売上</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>days and the total sold</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a category and its total</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kobai::app::HistoryFilterBar</name>
    <message>
        <source>%1 – %2</source>
        <comment>a person&apos;s name and number</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>All products</source>
        <translation>すべての商品</translation>
    </message>
    <message>
        <source>All ways to pay</source>
        <translation>すべての支払方法</translation>
    </message>
    <message>
        <source>Whose purchases? Name or number</source>
        <translation>どなたの購入ですか（名前・番号）</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Way to pay</source>
        <translation>支払方法</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7日間</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30日間</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the whole time</comment>
        <translation>全期間</translation>
    </message>
    <message>
        <source>From</source>
        <comment>the first day looked at</comment>
        <translation>開始</translation>
    </message>
    <message>
        <source>to</source>
        <comment>the last day looked at</comment>
        <translation>終了</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>絞り込みを解除</translation>
    </message>
</context>
<context>
    <name>kobai::app::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Show the receipt of the row</source>
        <translation>選んだ行の伝票を表示</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>products of no known category</comment>
        <translation>その他</translation>
    </message>
    <message>
        <source>No purchases in the last 30 days</source>
        <translation>この30日間の購入はありません</translation>
    </message>
    <message>
        <source>They appear here as soon as the till sells something.</source>
        <translation>レジで販売すると、すぐにここに表示されます。</translation>
    </message>
    <message>
        <source>No purchases match these filters</source>
        <translation>条件に合う購入がありません</translation>
    </message>
    <message>
        <source>Choose other days, another person or another product.</source>
        <translation>期間、人、商品を変えてみてください。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s), %1 in all</source>
        <translation>
            <numerusform>購入%n件、合計 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in all, the latest %n purchase(s) are shown</source>
        <translation>
            <numerusform>合計 %1、最新の%n件を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>購入の一覧</translation>
    </message>
</context>
<context>
    <name>kobai::app::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どのページでも</translation>
    </message>
</context>
<context>
    <name>kobai::app::LogCard</name>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>The log could not be saved there: %1</source>
        <translation>ログをそこに保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>What went wrong, and how long things took, for whoever helps you. It holds no names, no numbers of persons and no secrets.</source>
        <translation>うまくいかなかったことと、かかった時間の記録です。サポートする人に見せるためのもので、氏名、個人の番号、秘密の情報は含まれません。</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>ログを隠す</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>コピーを保存 …</translation>
    </message>
</context>
<context>
    <name>kobai::app::LookAlikeCard</name>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1さんを外す</translation>
    </message>
    <message>
        <source>Nobody else is found for “%1”. Check the spelling or try the number.</source>
        <translation>「%1」に当てはまる人はほかにいません。綴りを確かめるか、番号で試してください。</translation>
    </message>
    <message>
        <source>Register %1 and %2 as look-alikes? From then on a face alone charges neither of them.</source>
        <translation>%1さんと%2さんをよく似た人として登録しますか。以後、顔だけでどちらにも請求されることはありません。</translation>
    </message>
    <message>
        <source>Register the two</source>
        <translation>二人を登録</translation>
    </message>
    <message>
        <source>Do not register them</source>
        <translation>登録しない</translation>
    </message>
    <message>
        <source>Take %1 and %2 out of the register? From then on a face alone may charge either of them.</source>
        <translation>%1さんと%2さんを登録から外しますか。以後、顔だけでどちらにも請求できるようになります。</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>登録から外す</translation>
    </message>
    <message>
        <source>Leave them in</source>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>よく似た人</translation>
    </message>
    <message>
        <source>Nobody is registered as looking like %1.</source>
        <translation>%1さんによく似た人は登録されていません。</translation>
    </message>
    <message>
        <source>The till does not tell %1 from these by the face: the clerk chooses, or the PIN is typed.</source>
        <translation>レジでは%1さんと次の人を顔だけで区別しません。係が選ぶか、暗証番号を入力します。</translation>
    </message>
    <message>
        <source>A twin or somebody else who looks the same</source>
        <translation>双子など、よく似た人</translation>
    </message>
    <message>
        <source>Name, reading or number</source>
        <translation>名前、読み、番号</translation>
    </message>
    <message>
        <source>Search for somebody who looks the same</source>
        <translation>よく似た人を探す</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>見つかった人</translation>
    </message>
</context>
<context>
    <name>kobai::app::LookAlikeChoice</name>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Let %1 type the PIN</source>
        <translation>%1さんに暗証番号を入力してもらう</translation>
    </message>
    <message>
        <source>Who is standing there?</source>
        <translation>そこにいるのはどなたですか。</translation>
    </message>
</context>
<context>
    <name>kobai::app::LookCard</name>
    <message>
        <source>This computer</source>
        <translation>このパソコン</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>language</comment>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>appearance</comment>
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
</context>
<context>
    <name>kobai::app::MainWindow</name>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>%1 – Kobai</source>
        <comment>window title: the school&apos;s name</comment>
        <translation>%1 – Kobai</translation>
    </message>
    <message numerus="yes">
        <source>%n stored face(s) cannot be opened; the page Faces says whose. Nobody else is affected. PIN and look-up work; enrol the face anew.</source>
        <translation>
            <numerusform>登録された顔を開けない人が%n人います。だれの顔かは「顔」のページで確認できます。ほかの人には影響ありません。暗証番号や名前での支払いは使えます。顔を登録し直してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was scanned, and nothing was done with it here. To sell, open the till; to find it, click into a search field and scan again.</source>
        <translation>%1 を読み取りましたが、この画面では何も行われていません。販売するにはレジを開いてください。探すには検索欄をクリックして、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>A part of a scanned code was lost, and nothing was done with the rest. Scan it again.</source>
        <translation>読み取ったバーコードの一部が失われ、残りは使われませんでした。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The barcode scanner was unplugged. It is used again as soon as it is plugged in; Settings says more.</source>
        <translation>バーコードリーダーが抜かれました。接続すると、すぐにまた使われます。詳しくは「設定」をご覧ください。</translation>
    </message>
    <message>
        <source>A code was scanned into the field for the passphrase. It was taken out again.</source>
        <translation>パスフレーズの欄にコードが読み取られたため、入力された文字を取り除きました。</translation>
    </message>
</context>
<context>
    <name>kobai::app::PassphraseView</name>
    <message>
        <source>Opening ...</source>
        <translation>開いています...</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <comment>after wrong passphrases</comment>
        <translation>
            <numerusform>%n秒お待ちください</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>別のストア</translation>
    </message>
</context>
<context>
    <name>kobai::app::PayPanel</name>
    <message>
        <source>Try again: charge %1</source>
        <translation>もう一度 %1 を請求</translation>
    </message>
    <message>
        <source>Charge %1</source>
        <translation>%1 を請求</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>番号 %1</translation>
    </message>
    <message>
        <source>Nobody is found for “%1”. Check the spelling or try the number.</source>
        <translation>「%1」は見つかりません。表記を確かめるか、番号で探してください。</translation>
    </message>
    <message>
        <source>Student or staff number</source>
        <translation>生徒・職員番号</translation>
    </message>
    <message>
        <source>Go on to the PIN</source>
        <translation>暗証番号へ</translation>
    </message>
    <message>
        <source>Name, reading or number</source>
        <translation>名前・よみ・番号</translation>
    </message>
    <message>
        <source>Search for the customer</source>
        <translation>お客様を検索</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>The camera is opening …</source>
        <translation>カメラを開いています…</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>名前で探す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Go on to the face</source>
        <translation>顔へ進む</translation>
    </message>
</context>
<context>
    <name>kobai::app::PersonForm</name>
    <message>
        <source>New person</source>
        <translation>新しい人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Student or staff</source>
        <translation>生徒・職員の別</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>生徒</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>よみ</translation>
    </message>
    <message>
        <source>Kana or Latin letters, for sorting and search</source>
        <translation>かな又はローマ字（並べ替えと検索用）</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>2010-04-30</source>
        <comment>example of a date, year first</comment>
        <translation>2010-04-30</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>学年</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>House</source>
        <translation>寮</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>保護者</translation>
    </message>
    <message>
        <source>Without a guardian on record the face of a minor may not be used.</source>
        <translation>保護者の記録がない未成年者の顔は使えません。</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>保護者の名前</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Telephone, mail or address</source>
        <translation>電話・メール・住所</translation>
    </message>
    <message>
        <source>Add guardian</source>
        <translation>保護者を追加</translation>
    </message>
    <message>
        <source>Save person</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>変更を保存</translation>
    </message>
    <message>
        <source>Go on to consent</source>
        <translation>同意へ進む</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>暗証番号を変更</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>暗証番号を設定</translation>
    </message>
    <message>
        <source>Face and photo</source>
        <translation>顔と写真</translation>
    </message>
</context>
<context>
    <name>kobai::app::PhotoCard</name>
    <message>
        <source>Remove the photo of %1? It is destroyed at once, and the consent to a photo ends.</source>
        <translation>%1さんの写真を削除しますか。写真はすぐに破棄され、写真への同意も終わります。</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>写真を削除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <comment>the photo</comment>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>参照写真</translation>
    </message>
    <message>
        <source>The camera is opening …</source>
        <translation>カメラを開いています…</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Yes, a photo may be kept</source>
        <translation>はい、写真を残してよい</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>写真は残さない</translation>
    </message>
    <message>
        <source>Open the camera</source>
        <translation>カメラを開く</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>写真を撮る</translation>
    </message>
    <message>
        <source>Keep this photo</source>
        <translation>この写真を残す</translation>
    </message>
    <message>
        <source>Replace the photo</source>
        <translation>写真を撮り替える</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>撮り直す</translation>
    </message>
    <message>
        <source>End the consent</source>
        <translation>同意を終える</translation>
    </message>
    <message>
        <source>Reference photo of %1</source>
        <translation>%1さんの参照写真</translation>
    </message>
    <message>
        <source>A photo is kept only beside an enrolled face.</source>
        <translation>写真を残せるのは、顔が登録されている場合だけです。</translation>
    </message>
    <message>
        <source>May a photo of %1 be kept, which the till shows beside the name? This is asked apart from the consent to the face: with no, paying by face works all the same. Ask the student and the guardian.</source>
        <translation>レジで名前の横に表示するために、%1さんの写真を残してもよいですか。これは顔の同意とは別の質問です。「いいえ」でも顔での支払いは同じように使えます。生徒と保護者に尋ねてください。</translation>
    </message>
    <message>
        <source>There is a yes to a photo of %1, and none has been taken yet.</source>
        <translation>%1さんの写真には同意がありますが、まだ撮影されていません。</translation>
    </message>
    <message>
        <source>Seat %1 inside the oval. Nothing is kept before you have seen it.</source>
        <translation>%1さんを楕円の中に座らせてください。確認するまでは何も残りません。</translation>
    </message>
    <message>
        <source>Is this how the till is to show %1?</source>
        <translation>レジで%1さんをこのように表示しますか。</translation>
    </message>
    <message>
        <source>The till shows this photo beside the name. It dies with the face.</source>
        <translation>レジではこの写真が名前の横に表示されます。顔を削除すると写真も破棄されます。</translation>
    </message>
</context>
<context>
    <name>kobai::app::PinSetter</name>
    <message>
        <source>The two were not the same. Nothing was set. Type a new PIN.</source>
        <translation>2回の入力が違います。設定していません。新しい暗証番号を入力してください。</translation>
    </message>
    <message>
        <source>Let the student type 4 to 8 digits. Not all the same, not a run like 1234.</source>
        <translation>本人に4～8桁を入力してもらいます。同じ数字だけや 1234 のような並びは使えません。</translation>
    </message>
    <message>
        <source>Once more, to be sure.</source>
        <translation>確認のため、もう一度。</translation>
    </message>
    <message>
        <source>New PIN for %1</source>
        <translation>%1の新しい暗証番号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>kobai::app::ProductEditor</name>
    <message>
        <source>%1 %</source>
        <comment>a tax rate</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新しい商品</translation>
    </message>
    <message>
        <source>Change product</source>
        <translation>商品を変更</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Name in &amp;Japanese</source>
        <translation>日本語名(&amp;J)</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>分類(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Price with tax</source>
        <translation>税込価格(&amp;P)</translation>
    </message>
    <message>
        <source>Ta&amp;x in it</source>
        <translation>税率(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Barcodes</source>
        <translation>バーコード(&amp;B)</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>読み取るか入力</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>絵(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Favourite: first at the till</source>
        <translation>お気に入り: レジの先頭に表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sold at the till</source>
        <translation>レジで販売する(&amp;S)</translation>
    </message>
    <message>
        <source>Save product</source>
        <translation>商品を保存</translation>
    </message>
    <message>
        <source>Close the product</source>
        <translation>商品を閉じる</translation>
    </message>
</context>
<context>
    <name>kobai::app::ProductGrid</name>
    <message>
        <source>Favourites</source>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>Nothing is sold yet</source>
        <translation>まだ商品がありません</translation>
    </message>
    <message>
        <source>Add products in Catalogue, then they stand here to be touched.</source>
        <translation>「商品」で追加すると、ここに並びます。</translation>
    </message>
    <message>
        <source>No product matches “%1”</source>
        <translation>「%1」に合う商品がありません</translation>
    </message>
    <message>
        <source>Check the spelling, or press Esc to see all products.</source>
        <translation>表記を確かめるか、Esc ですべての商品を表示してください。</translation>
    </message>
    <message>
        <source>No products here</source>
        <translation>ここには商品がありません</translation>
    </message>
    <message>
        <source>Choose another category above.</source>
        <translation>上で別の分類を選んでください。</translation>
    </message>
</context>
<context>
    <name>kobai::app::ProductTableModel</name>
    <message>
        <source>%1 %</source>
        <comment>a tax rate</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between barcodes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Not sold</source>
        <comment>state of a product</comment>
        <translation>販売終了</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>state of a product</comment>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>kobai::app::ProgressView</name>
    <message>
        <source>Stopping ...</source>
        <translation>中止しています...</translation>
    </message>
    <message>
        <source>Opening the demo school</source>
        <translation>デモ校を開いています</translation>
    </message>
    <message>
        <source>The first time it is made: invented people, products and sixty days of purchases. It takes a few seconds.</source>
        <translation>初回は、架空の人々と商品、60日分の購入を作成します。数秒かかります。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>kobai::app::PurchaseTableModel</name>
    <message>
        <source>Forgotten person</source>
        <translation>削除された人</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>a product&apos;s name and how many</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the products of a purchase</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>購入品</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>支払方法</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
</context>
<context>
    <name>kobai::app::ReceiptPanel</name>
    <message>
        <source>Operator %1</source>
        <comment>a member of staff, by number</comment>
        <translation>担当 %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>quantity times price</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Tax %1 % in %2</source>
        <comment>rate, and the amount that contains it</comment>
        <translation>%2 の内税 %1 %</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>伝票 %1</translation>
    </message>
    <message>
        <source>Forgotten person</source>
        <translation>削除された人</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a person&apos;s name and number</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, sold by %2</source>
        <comment>time, clerk</comment>
        <translation>%1、担当 %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Close the receipt</source>
        <translation>伝票を閉じる</translation>
    </message>
</context>
<context>
    <name>kobai::app::RecognitionPage</name>
    <message>
        <source>Faces</source>
        <comment>the workplace for self-test, evaluation and attack tests</comment>
        <translation>顔</translation>
    </message>
    <message>
        <source>How well faces are recognised</source>
        <translation>顔をどれだけ正しく見分けられるか</translation>
    </message>
    <message>
        <source>Faces enrolled here</source>
        <translation>登録されている顔</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Attack test</source>
        <translation>なりすまし試験</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
</context>
<context>
    <name>kobai::app::RenewCard</name>
    <message>
        <source>New secrets for all faces</source>
        <translation>すべての顔に新しい鍵</translation>
    </message>
    <message>
        <source>Renew all templates ...</source>
        <translation>すべてのテンプレートを更新…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>いま更新する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Templates renewed</source>
        <translation>更新したテンプレート</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) have new secrets. Templates and keys copied before do not work in this store any more.</source>
        <translation>
            <numerusform>%n人の顔の秘密情報を新しくしました。以前にコピーされたテンプレートと鍵は、もうこのストアでは使えません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Did not open and are removed, so that they pay by PIN until they are enrolled anew: %1</source>
        <translation>開けなかったため削除しました（登録し直すまでは暗証番号でのお支払いとなります）：%1</translation>
    </message>
    <message>
        <source>If store.db or faces.keys may have been copied, give every template new secrets: what was copied does not work in this store any more, and nobody whose template opens has to be enrolled anew. A copy of the whole folder whose passphrase is known is a store of its own, which this does not reach.</source>
        <translation>store.db または faces.keys がコピーされたおそれがあるときは、すべてのテンプレートの秘密情報を新しくしてください。コピーされたものはこのストアでは使えなくなり、テンプレートを開ける人は登録をやり直す必要がありません。ただし、パスフレーズが知られているフォルダー全体のコピーは独立したストアであり、この操作は及びません。</translation>
    </message>
</context>
<context>
    <name>kobai::app::RulesCard</name>
    <message>
        <source>At the till</source>
        <translation>レジで</translation>
    </message>
    <message>
        <source>Always ask for the number or card first</source>
        <translation>必ず先に番号またはカードを求める</translation>
    </message>
    <message>
        <source>The face is then compared with that one person only. It is the safest way, and Kobai takes it by itself where the faces of a school are too alike to search among all of them.</source>
        <translation>顔はその一人だけと照合されます。最も安全な方法で、学校の顔が互いに似すぎていて全員の中から探せない場合、Kobaiは自動的にこの方法を使います。</translation>
    </message>
    <message>
        <source>Ask to turn the head or to blink</source>
        <translation>顔を向けるか、まばたきを求める</translation>
    </message>
    <message>
        <source>Once a face is recognised, one movement drawn at random is asked for: a picture or a film cannot follow. Who cannot move like that is freed from it on the person&apos;s record and pays by face all the same.</source>
        <translation>顔を見分けた後、無作為に選んだ動作を一つ求めます。写真や動画では応じられません。その動作ができない人は、その人の記録で免除でき、同じように顔で支払えます。</translation>
    </message>
    <message>
        <source>Face network</source>
        <translation>顔のネットワーク</translation>
    </message>
    <message>
        <source>Templates of two networks are never compared. With another one everybody has to be enrolled anew; the templates of this one stay locked away until you come back to it.</source>
        <translation>二つのネットワークのテンプレートを比べることはありません。別のものに替えると全員の登録し直しが必要です。いまのテンプレートは、元に戻すまで保管されます。</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>このネットワークを使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kobai::app::ScannerCard</name>
    <message>
        <source>%1 read %2 and is the scanner from now on.</source>
        <comment>device, code</comment>
        <translation>%1 が %2 を読み取りました。これからはこのバーコードリーダーを使います。</translation>
    </message>
    <message>
        <source>%1 was read. The scanner works.</source>
        <comment>a code</comment>
        <translation>%1 を読み取りました。バーコードリーダーは使えます。</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>待ち受けをやめる</translation>
    </message>
    <message>
        <source>Choose by scanning</source>
        <translation>読み取って選ぶ</translation>
    </message>
    <message>
        <source>Listening: scan any barcode now</source>
        <translation>待ち受け中：どれかバーコードを読み取ってください</translation>
    </message>
    <message>
        <source>Until a code comes, at most for a minute, Kobai hears every keyboard and serial port that it may open. It keeps nothing of that, and typing by hand chooses nothing. Esc ends it.</source>
        <translation>バーコードが届くまで（最長 1 分）、Kobai は開くことを許されたすべてのキーボードとシリアルポートの入力を受け取ります。内容は何も残さず、手で入力しても選ばれません。Esc で終わります。</translation>
    </message>
    <message>
        <source>There is nothing that Kobai may open. Plug the scanner in now, or permit it as said below.</source>
        <translation>Kobai が開ける機器がありません。バーコードリーダーを接続するか、下の説明のとおりに許可してください。</translation>
    </message>
    <message>
        <source>As a keyboard (any scanner)</source>
        <translation>キーボードとして（どのバーコードリーダーでも）</translation>
    </message>
    <message>
        <source>Every scanner that types works. Read from its own device, a scanner is no keyboard at all: its keys get into no field and into no other program.</source>
        <translation>キーボードとして入力するバーコードリーダーなら、どれでも使えます。専用の機器として読み取ると、キーボードではなくなり、キーは入力欄にも他のプログラムにも入りません。</translation>
    </message>
    <message>
        <source>From its own device: %1</source>
        <translation>専用の機器として：%1</translation>
    </message>
    <message>
        <source>Its keys reach no other program while Kobai runs. Other scanners still work as keyboards.</source>
        <translation>Kobai の実行中、キーは他のプログラムには届きません。ほかのバーコードリーダーは、引き続きキーボードとして使えます。</translation>
    </message>
    <message>
        <source>Not plugged in: %1</source>
        <comment>a scanner</comment>
        <translation>接続されていません：%1</translation>
    </message>
    <message>
        <source>It is used again as soon as it is plugged in. Other scanners work as keyboards.</source>
        <translation>接続すると、すぐにまた使われます。ほかのバーコードリーダーはキーボードとして使えます。</translation>
    </message>
    <message>
        <source>No permission to read %1</source>
        <comment>a scanner</comment>
        <translation>%1 を読み取る許可がありません</translation>
    </message>
    <message>
        <source>Until it is given, a scanner that types works as a keyboard.</source>
        <translation>許可されるまで、入力するバーコードリーダーはキーボードとして使えます。</translation>
    </message>
    <message>
        <source>In use by another program: %1</source>
        <comment>a scanner</comment>
        <translation>他のプログラムが使用中：%1</translation>
    </message>
    <message>
        <source>Close that program, or a second Kobai. The scanner is taken as soon as it is free.</source>
        <translation>そのプログラム、または 2 つ目の Kobai を閉じてください。空くとすぐに、このバーコードリーダーを使います。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Barcode scanner</source>
        <translation>バーコードリーダー</translation>
    </message>
    <message>
        <source>Back to keyboard</source>
        <translation>キーボードに戻す</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Lines that permit reading the scanner</source>
        <translation>バーコードリーダーの読み取りを許可する行</translation>
    </message>
    <message>
        <source>Kobai may not open what is named below. As administrator, put the scanner&apos;s two lines into the file /etc/udev/rules.d/70-kobai-scanner.rules, then unplug the scanner and plug it in again. Leave out the lines of keyboards. Or add this user to the group input (a serial port: dialout) and log in anew; then all of this user&apos;s programs may read every keyboard.</source>
        <translation>下に挙げた機器を、Kobai は開けません。管理者として、バーコードリーダーの 2 行をファイル /etc/udev/rules.d/70-kobai-scanner.rules に書き、バーコードリーダーを抜いてからもう一度接続してください。キーボードの行は除いてください。または、このユーザーをグループ input（シリアルポートの場合は dialout）に加え、ログインし直してください。その場合、このユーザーのすべてのプログラムが、どのキーボードの入力も読み取れるようになります。</translation>
    </message>
    <message>
        <source>%1 came as from a keyboard. If nothing more happens, Kobai cannot open this scanner&apos;s own device: it goes on working as a keyboard.</source>
        <comment>a code</comment>
        <translation>%1 はキーボードとして届きました。このまま何も起こらなければ、Kobai はこのバーコードリーダーの機器を直接開けません。キーボードとしては引き続き使えます。</translation>
    </message>
</context>
<context>
    <name>kobai::app::SchoolCard</name>
    <message>
        <source>The school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the school</source>
        <translation>学校の名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Students may pay by face</source>
        <translation>顔での支払いを使う</translation>
    </message>
    <message>
        <source>Consent notice, version %1</source>
        <translation>同意の通知 第%1版</translation>
    </message>
    <message>
        <source>A consent answers one version of the notice. After a change of its text raise the version: every guardian is asked again, and until then these faces do not pay.</source>
        <translation>同意は通知の版ごとに得ます。文面を変えたら版を上げてください。すべての保護者に改めて尋ね、それまで顔では支払えません。</translation>
    </message>
    <message>
        <source>New version ...</source>
        <translation>新しい版...</translation>
    </message>
    <message>
        <source>Ask everybody again</source>
        <translation>全員に改めて尋ねる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Switched off, no camera opens and no face is compared; the store sells by PIN and look-up. Enrolled faces stay locked away until it is switched on again, for as long as is set below.</source>
        <translation>切ると、カメラは開かず、顔の照合もしません。販売は暗証番号と名前で続けられます。登録済みの顔は、再び入れるまで使われず、下で決めた日数だけ残ります。</translation>
    </message>
    <message>
        <source>Keep a paused face for</source>
        <translation>休止中の顔を残す期間</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number</comment>
        <translation> 日間</translation>
    </message>
    <message>
        <source>A face is paused while faces are switched off and while a new notice waits for answers. After these days it is destroyed, and the student has to be enrolled anew.</source>
        <translation>顔での支払いを切っている間と、新しい通知への回答を待つ間、顔は休止します。この日数を過ぎると顔は消去され、登録し直す必要があります。</translation>
    </message>
</context>
<context>
    <name>kobai::app::ScoreChart</name>
    <message>
        <source>Strangers</source>
        <translation>未登録の人</translation>
    </message>
    <message>
        <source>Enrolled persons</source>
        <translation>登録者</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Best score of a search</source>
        <translation>照合の最高スコア</translation>
    </message>
    <message>
        <source>Share of the searches</source>
        <translation>照合に占める割合</translation>
    </message>
    <message>
        <source>How the best scores of strangers and of enrolled persons are spread</source>
        <translation>未登録の人と登録者の最高スコアの分布</translation>
    </message>
</context>
<context>
    <name>kobai::app::SearchOverlay</name>
    <message>
        <source>Name, number, product, barcode or receipt</source>
        <translation>名前・番号・商品・バーコード・伝票番号</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Up and down to walk, Enter to go there, Esc to leave</source>
        <translation>上下で選択、Enter で移動、Esc で閉じる</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Student, %1</source>
        <translation>生徒、%1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>伝票 %1</translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the name, or the number.</source>
        <translation>見つかりません。名前の一部か番号でお試しください。</translation>
    </message>
</context>
<context>
    <name>kobai::app::SelfTestView</name>
    <message>
        <source>Comparing every face with every other ...</source>
        <translation>すべての顔を互いに比べています…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>停止しました。何も変更されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) enrolled</source>
        <translation>
            <numerusform>登録されている顔 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n more to be enrolled anew for the network in use</source>
        <translation>
            <numerusform>、使用中のネットワークに登録し直しが必要な人 %n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Too alike to search among all</source>
        <translation>似すぎていて全員の中からは探せません</translation>
    </message>
    <message>
        <source>A threshold that keeps strangers out would refuse too many of the enrolled. Kobai therefore asks for the number or card first and compares the face with that one person. Nothing needs to be done.</source>
        <translation>未登録の人を防ぐしきい値では、登録者を拒否しすぎます。そのためKobaiは先に番号またはカードを求め、その一人とだけ顔を照合します。何もする必要はありません。</translation>
    </message>
    <message>
        <source>The faces can be told apart</source>
        <translation>顔を見分けられます</translation>
    </message>
    <message>
        <source>The till may search among all enrolled faces. The threshold follows the gallery by itself after each enrolment.</source>
        <translation>レジでは登録されたすべての顔の中から探せます。しきい値は登録のたびに自動で調整されます。</translation>
    </message>
    <message>
        <source>Threshold in force</source>
        <translation>現在のしきい値</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a figure and its interval</comment>
        <translation>%1（%2～%3）</translation>
    </message>
    <message>
        <source>Threshold that these faces ask for</source>
        <translation>これらの顔に必要なしきい値</translation>
    </message>
    <message>
        <source>Pairs of different persons that reach the threshold</source>
        <translation>しきい値に達する別人どうしの組</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2中 %1</translation>
    </message>
    <message>
        <source>A stranger&apos;s face matches one given person</source>
        <translation>未登録の人の顔が、ある一人と一致する</translation>
    </message>
    <message>
        <source>A stranger&apos;s face matches anybody</source>
        <translation>未登録の人の顔が、誰かと一致する</translation>
    </message>
    <message>
        <source>Enrolled persons who were taken for somebody else when left out</source>
        <translation>除外したときに別の人と取り違えられた登録者</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name and a number</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>よく似た人</translation>
    </message>
    <message>
        <source>Register as look-alikes</source>
        <translation>よく似た人として登録</translation>
    </message>
    <message>
        <source>Register %1 and %2 as look-alikes</source>
        <translation>%1さんと%2さんをよく似た人として登録</translation>
    </message>
    <message>
        <source>Compares every enrolled face with every other: how likely the school&apos;s own faces are taken for each other, and which pairs are closest. The figures are kept for the impact assessment, without any face.</source>
        <translation>登録されたすべての顔を互いに比べ、取り違えの起こりやすさと最も近い組を調べます。数値は影響評価のために保存されますが、顔は含まれません。</translation>
    </message>
    <message>
        <source>Test the faces enrolled here</source>
        <translation>登録されている顔を検査</translation>
    </message>
    <message>
        <source>The closest pairs</source>
        <translation>最も近い組</translation>
    </message>
    <message>
        <source>Twins and look-alikes belong into the register: the till then asks for the PIN or lets the clerk choose. The number is the score; the threshold is what a stranger would have to reach.</source>
        <translation>双子やよく似た人は登録してください。レジでは暗証番号を求めるか、係が選びます。数字はスコアで、しきい値は未登録の人が達する必要のある値です。</translation>
    </message>
    <message>
        <source>Some pairs are too close</source>
        <translation>近すぎる組があります</translation>
    </message>
    <message>
        <source>The first pairs below reach the threshold. Look whether they are one person enrolled twice; if they are two, register them as look-alikes.</source>
        <translation>下の最初の組はしきい値に達しています。同じ人が二重に登録されていないか確かめ、別の人なら、よく似た人として登録してください。</translation>
    </message>
    <message>
        <source>Told apart, but for look-alikes</source>
        <translation>よく似た人を除いて見分けられます</translation>
    </message>
    <message>
        <source>Every pair that reaches the threshold is registered: for these the till asks for the PIN or lets the clerk choose. All others may be searched among all enrolled faces.</source>
        <translation>しきい値に達する組はすべて登録済みです。その人たちにはレジで暗証番号を求めるか、係が選びます。ほかの人は、登録された全員の中から探せます。</translation>
    </message>
    <message>
        <source>%1 of %2, %3 of them registered as look-alikes</source>
        <translation>%2組中%1組（うち%3組はよく似た人として登録済み）</translation>
    </message>
    <message>
        <source>Cannot be opened, so that they pay by PIN until they are enrolled anew: %1</source>
        <translation>登録された顔を開けないため、登録し直すまで暗証番号で支払う人：%1</translation>
    </message>
</context>
<context>
    <name>kobai::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>kobai::app::StartView</name>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>ストアを開く</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近使ったストア</translation>
    </message>
    <message>
        <source>Open a store ...</source>
        <translation>ストアを開く...</translation>
    </message>
    <message>
        <source>A folder that Kobai made, on this computer or a disk</source>
        <translation>Kobai が作ったフォルダー（このパソコンやディスク）</translation>
    </message>
    <message>
        <source>Create a new store ...</source>
        <translation>新しいストアを作成...</translation>
    </message>
    <message>
        <source>For your school: name, currency, passphrase</source>
        <translation>学校名、通貨、パスフレーズを決めます</translation>
    </message>
    <message>
        <source>Try the demo school</source>
        <translation>デモ校を試す</translation>
    </message>
    <message>
        <source>600 invented students, sixty days of purchases, a camera that plays films</source>
        <translation>架空の生徒600人、60日分の購入、映像を再生するカメラ</translation>
    </message>
</context>
<context>
    <name>kobai::app::StoredFaceCard</name>
    <message>
        <source>Remove the face of %1? What is stored of it is destroyed at once. The consent stays on record, and paying by PIN or look-up goes on.</source>
        <translation>%1さんの顔を削除しますか。保存されているものはすぐに破棄されます。同意の記録は残り、暗証番号や名前検索での支払いはそのまま使えます。</translation>
    </message>
    <message>
        <source>Remove the face</source>
        <translation>顔を削除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <comment>the face</comment>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>The face</source>
        <comment>what is stored of it</comment>
        <translation>顔</translation>
    </message>
    <message>
        <source>Do not ask to turn or blink</source>
        <translation>顔の向きやまばたきを求めない</translation>
    </message>
    <message>
        <source>For somebody who cannot turn the head or close the eyes when asked. They pay by face all the same.</source>
        <translation>求められても顔を向けたり目を閉じたりできない人のためのものです。顔での支払いはそのまま使えます。</translation>
    </message>
    <message>
        <source>No face of %1 is enrolled.</source>
        <translation>%1さんの顔は登録されていません。</translation>
    </message>
    <message numerus="yes">
        <source>Enrolled on %1. %n protected template(s) are stored, none of them a picture.</source>
        <translation>
            <numerusform>%1に登録。保護されたテンプレートが%n件保存されています。写真は含まれません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::StudentSayView</name>
    <message>
        <source>%1, may the store recognise your face?</source>
        <translation>%1さん、購買で顔を認識してもよいですか？</translation>
    </message>
    <message>
        <source>With yes, you pay by looking at the camera. No picture of you is kept.
With no, you pay with a PIN or the clerk looks you up. Nothing else changes, and it costs the same.
You can change your mind on any day.</source>
        <translation>「はい」なら、カメラを見るだけで支払えます。写真は残しません。
「いいえ」なら、暗証番号か、係の人が名前で探します。ほかは何も変わらず、値段も同じです。
気持ちはいつでも変えられます。</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>the student&apos;s answer</comment>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <comment>the student&apos;s answer</comment>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Back to the office&apos;s screen</source>
        <translation>事務室の画面に戻る</translation>
    </message>
</context>
<context>
    <name>kobai::app::TaskBar</name>
    <message>
        <source>Stopping ...</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>kobai::app::TillPage</name>
    <message>
        <source>No longer sold and taken out of the basket: %1.</source>
        <translation>販売終了のため、かごから出しました: %1。</translation>
    </message>
    <message>
        <source>Prices have changed in Catalogue; the basket shows the new ones.</source>
        <translation>価格が変わりました。かごは新しい価格です。</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>まだ販売がありません</translation>
    </message>
    <message>
        <source>Last sale %1</source>
        <translation>直前の販売 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n点</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>伝票 %1</translation>
    </message>
    <message>
        <source>A charge is under way: the scan was not taken. Scan again when it is done.</source>
        <translation>請求の処理中のため、読み取りは反映していません。終わってからもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>No product here has the barcode %1. The basket is unchanged: choose the product by name.</source>
        <translation>バーコード %1 の商品はありません。かごはそのままです。名前で選んでください。</translation>
    </message>
    <message>
        <source>%1 is not one whole barcode. The basket is unchanged: scan it again.</source>
        <translation>%1 は完全なバーコードではありません。かごはそのままです。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>Type a whole number as the quantity. The basket is unchanged.</source>
        <translation>数量は整数で入力してください。かごはそのままです。</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>レジ</translation>
    </message>
    <message>
        <source>Search or scan a product</source>
        <translation>商品を検索・読み取り</translation>
    </message>
    <message>
        <source>Pay by face  %1</source>
        <comment>with the key</comment>
        <translation>顔で支払う  %1</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Pay by PIN</source>
        <translation>暗証番号で支払う</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>名前で探す</translation>
    </message>
    <message>
        <source>Look the customer up and charge the account</source>
        <translation>お客様を探して口座に請求</translation>
    </message>
</context>
<context>
    <name>kobai::app::TopBar</name>
    <message>
        <source>DEMO</source>
        <comment>short mark of the demo school</comment>
        <translation>デモ</translation>
    </message>
    <message>
        <source>DEMO SCHOOL – invented people</source>
        <translation>デモ校 – 架空の人々</translation>
    </message>
    <message>
        <source>Search   %1</source>
        <translation>検索   %1</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>このページのキー</translation>
    </message>
    <message>
        <source>Keys of this page (%1)</source>
        <translation>このページのキー（%1）</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Close the store and the camera (%1)</source>
        <translation>ストアとカメラを閉じる（%1）</translation>
    </message>
</context>
<context>
    <name>kobai::app::TopUpForm</name>
    <message>
        <source>Cash received</source>
        <translation>受け取った現金</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Booking %1 …</source>
        <translation>%1 を記帳しています…</translation>
    </message>
    <message>
        <source>Top up %1 for %2?</source>
        <translation>%2に %1 をチャージしますか？</translation>
    </message>
    <message>
        <source>How much cash does %1 pay in?</source>
        <translation>%1はいくら入金しますか？</translation>
    </message>
    <message>
        <source>Top up %1</source>
        <translation>%1 をチャージ</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>チャージ</translation>
    </message>
    <message>
        <source>Receipt %1: %2 topped up for %3. The balance is now %4.</source>
        <translation>伝票 %1: %3に %2 をチャージしました。残高は %4 です。</translation>
    </message>
</context>
<context>
    <name>kobai::app::UnlockPage</name>
    <message>
        <source>Folder of the store</source>
        <translation>ストアのフォルダー</translation>
    </message>
    <message>
        <source>Nothing was done with what was scanned: open the store first.</source>
        <translation>読み取ったコードには何も行われていません。先にストアを開いてください。</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::CameraView</name>
    <message>
        <source>Camera on</source>
        <translation>カメラ作動中</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>カメラ停止中</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::MoneyEdit</name>
    <message>
        <source>This is not an amount.</source>
        <translation>金額ではありません。</translation>
    </message>
    <message>
        <source>This amount can be read in two ways.</source>
        <translation>この金額は2通りに読めます。</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::PinPad</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n桁入力済み</numerusform>
        </translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>最後の数字を消す</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation>暗証番号を確定</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::ProductTile</name>
    <message>
        <source>%1, %2</source>
        <comment>a product&apos;s name and price</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, no longer sold</source>
        <translation>%1（販売終了）</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>販売終了</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::QualityBarsView</name>
    <message>
        <source>Light</source>
        <comment>quality of a face picture</comment>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Sharp</source>
        <comment>quality of a face picture</comment>
        <translation>鮮明さ</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>quality of a face picture</comment>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Pose</source>
        <comment>quality of a face picture</comment>
        <translation>向き</translation>
    </message>
    <message>
        <source>Eyes</source>
        <comment>quality of a face picture</comment>
        <translation>目</translation>
    </message>
    <message>
        <source>Alone</source>
        <comment>quality of a face picture: one face only</comment>
        <translation>1人だけ</translation>
    </message>
    <message>
        <source>Quality of the picture</source>
        <translation>画像の品質</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::SearchField</name>
    <message>
        <source>Empty this field</source>
        <translation>入力を消す</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>kobai::widgets::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <comment>progress of a task</comment>
        <translation>手順 %1/%2: %3</translation>
    </message>
</context>
</TS>
