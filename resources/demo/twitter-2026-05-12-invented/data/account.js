window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "sam@invented.example",
      "createdVia" : "web",
      "username" : "sam_invented",
      "accountId" : "100200300",
      "createdAt" : "2009-04-02T08:15:00.000Z",
      "accountDisplayName" : "Sam Invented"
    }
  }
]
