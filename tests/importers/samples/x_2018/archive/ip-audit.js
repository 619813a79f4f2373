window.YTD.ip_audit.part0 = [
 {
  "ipAudit": {
   "accountId": "900100200",
   "createdAt": "2018-05-01T10:00:00.000Z",
   "loginIp": "192.0.2.10"
  }
 },
 {
  "ipAudit": {
   "accountId": "900100200",
   "createdAt": "2018-05-20T11:30:00.000Z",
   "loginIp": "198.51.100.4"
  }
 },
 {
  "ipAudit": {
   "accountId": "900100200",
   "createdAt": "2018-04-02T09:00:00.000Z",
   "loginIp": "192.0.2.10"
  }
 }
]