window.YTD.device_token.part0 = [
  {
    "deviceToken" : {
      "clientApplicationId" : "3033300",
      "token" : "REMOVED-INVENTED",
      "createdAt" : "2025-02-11T18:20:00.000Z",
      "lastSeenAt" : "2026-05-11T22:01:00.000Z",
      "clientApplicationName" : "Twitter for Example Phones"
    }
  },
  {
    "deviceToken" : {
      "clientApplicationId" : "3033600",
      "token" : "REMOVED-INVENTED",
      "createdAt" : "2025-06-02T09:41:00.000Z",
      "lastSeenAt" : "2026-05-12T06:30:00.000Z",
      "clientApplicationName" : "Twitter Web App"
    }
  },
  {
    "deviceToken" : {
      "clientApplicationId" : "101889",
      "token" : "REMOVED-INVENTED",
      "createdAt" : "2024-12-05T08:08:00.000Z",
      "lastSeenAt" : "2025-03-09T13:00:00.000Z",
      "clientApplicationName" : "Feather Deck"
    }
  }
]
