window.YTD.device_token.part0 = [
  {
    "deviceToken" : {
      "clientApplicationId" : "258901",
      "token" : "REMOVED-INVENTED",
      "createdAt" : "2017-11-03T07:00:00.000Z",
      "lastSeenAt" : "2019-02-17T21:40:00.000Z",
      "clientApplicationName" : "Twitter for Example Phones"
    }
  },
  {
    "deviceToken" : {
      "clientApplicationId" : "101889",
      "token" : "REMOVED-INVENTED",
      "createdAt" : "2017-12-01T09:00:00.000Z",
      "lastSeenAt" : "2018-09-30T10:05:00.000Z",
      "clientApplicationName" : "Feather Deck"
    }
  }
]
