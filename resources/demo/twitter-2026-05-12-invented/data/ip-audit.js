window.YTD.ip_audit.part0 = [
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2026-05-12T06:22:10.000Z",
      "loginIp" : "192.0.2.51"
    }
  },
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2026-05-09T07:22:10.000Z",
      "loginIp" : "192.0.2.51"
    }
  },
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2026-04-28T08:22:10.000Z",
      "loginIp" : "203.0.113.9"
    }
  }
]
