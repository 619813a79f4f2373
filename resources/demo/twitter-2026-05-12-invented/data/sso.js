window.YTD.sso.part0 = [
  {
    "sso" : {
      "ssoId" : "100000000000000000001",
      "ssoEmail" : "sam@invented.example",
      "associationMethodType" : "Login",
      "createdAt" : "2022-03-14T15:09:26.000Z"
    }
  }
]
