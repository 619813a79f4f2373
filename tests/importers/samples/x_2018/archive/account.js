window.YTD.account.part0 = [
 {
  "account": {
   "email": "mira@mail.example",
   "createdVia": "web",
   "username": "mira_example",
   "accountId": "900100200",
   "createdAt": "2009-05-06T07:08:09.000Z",
   "accountDisplayName": "Mira Beispiel"
  }
 }
]