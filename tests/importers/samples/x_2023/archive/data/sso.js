window.YTD.sso.part0 = [
 {
  "sso": {
   "ssoId": "1122334455",
   "ssoEmail": "tom@mail.example",
   "associationMethodType": "Signup",
   "createdAt": "2021-01-02T03:04:05.000Z"
  }
 }
]