window.YTD.account.part0 = [
 {
  "account": {
   "email": "tom@mail.example",
   "username": "tom_example",
   "accountId": "900100201",
   "accountDisplayName": "Tom Example 🦊"
  }
 }
]